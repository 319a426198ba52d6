namespace Lapwing.Tests.Access.Matrix;

/// <summary>What an answer tells: the page, go and sign in, not your job, or not there.</summary>
internal enum Answer { Page, SignIn, NotYourJob, NotThere }

/// <summary>The permission model read a second time. It knows nothing of the product's code: only of the written table, the job and how the file stands.</summary>
internal static class Oracle
{
    public static Answer Expect(Role role, Entrance entrance, Situation? file) => WhoMay.Of(entrance) switch
    {
        WhoMay.Anyone => Answer.Page,
        WhoMay.ItsBrowser => Answer.NotThere,
        _ when !role.IsSignedIn => Answer.SignIn,
        WhoMay.SignedIn => Answer.Page,
        _ when role.Letter is null => Answer.NotThere,
        { } jobs when !role.Is(PageOf(entrance, jobs)) => Answer.NotYourJob,
        _ when file is not null && !file.IsSeenBy(role) => Answer.NotThere,
        // Who entered in an emergency reads; nothing is taken away.
        _ when file is { IsEntered: true } && entrance is { Method: "GET" } && entrance.Route == "/{partnership}/files/{file}/documents/{document}" => Answer.NotThere,
        { } jobs => role.Is(jobs) ? Answer.Page : Answer.NotYourJob,
        null => throw new InvalidOperationException($"{entrance} has no line in {nameof(WhoMay)}."),
    };

    /// <summary>Whoever may not open the page is told so whatever the button; whoever may, but may not press it, learns that only of a file they know.</summary>
    private static string PageOf(Entrance entrance, string jobs) =>
        entrance.Button is null ? jobs : WhoMay.Of(entrance with { Button = null }) ?? jobs;

    /// <summary>Words that may stand in what this role is shown: names and accounts of the files that it knows.</summary>
    public static bool MayRead(Role role, Situation file) => file.IsSeenBy(role);

    /// <summary>The address shows only where it was asked for, to who is on its list.</summary>
    public static bool MayReadAddress(Role role, Entrance entrance, Situation file, Situation? asked) =>
        entrance is { Route: "/{partnership}/files/{file}/contact/addresses", Button: "Open", Method: "POST" } && file == asked && file.IsUnsealedFor(role);
}
