using Lapwing.Design.Components;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lapwing.Design;

/// <summary>
/// What stands around a page: whose service it is and where one can go. It is set once per request, as the feature
/// <c>HttpContext.Features.Set(frame)</c>, or by one page as <c>ViewData["Frame"]</c>.
/// </summary>
public sealed record Frame
{
    public const string Product = "Lapwing";

    /// <summary>The partnership's name; none before anybody knows which it is.</summary>
    public string? Partnership { get; init; }

    /// <summary>Where the partnership's own pages begin, such as "/harbour".</summary>
    public string Home { get; init; } = "/";

    public IReadOnlyList<NavigationItem> Places { get; init; } = [];
    public IReadOnlyList<NavigationItem> FooterLinks { get; init; } = [];

    /// <summary>Who is signed in, and the address that a press on "Sign out" is posted to.</summary>
    public string? SignedInAs { get; init; }
    public string? SignOutUrl { get; init; }

    /// <summary>Everybody in here is made up, and every page says so.</summary>
    public bool IsDemonstration { get; init; }

    public static Frame Of(ViewContext view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var frame = view.ViewData["Frame"] as Frame ?? view.HttpContext.Features.Get<Frame>() ?? new Frame();
        return view.ViewData["Demonstration"] is true ? frame with { IsDemonstration = true } : frame;
    }

    /// <summary>The title of the browser's tab. Wrong input is announced first, because a screen reader reads it first.</summary>
    public static string TitleOf(ViewContext view, string? suffix)
    {
        ArgumentNullException.ThrowIfNull(view);
        var title = string.Join(" – ", new[] { view.ViewData["Title"] as string, suffix }.Where(t => !string.IsNullOrEmpty(t)));
        return view.ViewData.ModelState.IsValid ? title : "Error: " + title;
    }
}
