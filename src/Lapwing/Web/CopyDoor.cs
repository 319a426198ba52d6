using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Referrals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Web;

/// <summary>The one door for words that go into a file: whatever form of a record carries them (a note, a plan, a task, an incident, a letter, a reason), words that stand in
/// another file are warned of or refused, and each paste is in the trail of both files, whatever comes of it (threat 26). What is only kept as it is typed passes:
/// it is its author's alone until it is signed.</summary>
public sealed class CopyDoor(Here here) : IAsyncPageFilter
{
    /// <summary>Where the form that is shown again finds what was found.</summary>
    public const string Found = "Lapwing.Copied";

    /// <summary>The author says that the words belong here too.</summary>
    public const string Meant = "IsMeantToBeCopied";

    private static readonly FileTexts[] Sources = [TextsOfCasework.OfAsync, TextsOfReferrals.OfAsync];

    /// <summary>Keeping a draft is not writing in the file.</summary>
    private const string Draft = "Draft";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (request, ct) = (context.HttpContext.Request, context.HttpContext.RequestAborted);
        var (into, copy) = await FindAsync(context, ct);
        if (copy is null)
        {
            await next();
            return;
        }
        if (copy.IsForbidden || request.Form[Meant] != "true")
        {
            context.HttpContext.Items[Found] = copy;
            await KeepAsync(copy.IsForbidden ? "text.copy-refused" : "text.copy-warned", into, copy.From, ct);
            throw copy.IsForbidden
                ? new RuleBroken("copy-forbidden", "Some of these words stand in another person's file, which a team that works with this file may not know. Take them out, and write what belongs here in your own words. What you typed is still here.")
                : new RuleBroken("copy-unconfirmed", "Some of these words stand in another person's file. Check that they are about this person; if they are, say so in the form.");
        }
        var done = await next();
        if (done.Exception is null && done.Result is RedirectResult or RedirectToPageResult)
            await KeepAsync("text.copied", into, copy.From, ct);
        else
            context.HttpContext.Items[Found] = copy; // refused for something else: the yes is asked for again
    }

    private async Task<(Id<CaseFile> Into, CopiedWords? Copy)> FindAsync(PageHandlerExecutingContext context, CancellationToken ct)
    {
        var request = context.HttpContext.Request;
        if (!here.IsPartnership || !HttpMethods.IsPost(request.Method) || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true || request.Query["handler"] == Draft)
            return default;
        string[] texts = [.. request.Form.SelectMany(field => field.Value).OfType<string>().Where(Copied.MayBeCopy)];
        if (texts.Length == 0 || await FileAsync(context, ct) is not { } file)
            return default;
        return (file, await Copied.FindAsync(here.Db, file, texts, Sources, ct));
    }

    /// <summary>The file of the record that the address names; none where it names no record.</summary>
    private async Task<Id<CaseFile>?> FileAsync(PageHandlerExecutingContext context, CancellationToken ct)
    {
        foreach (var (name, find) in Ledger.Records)
            if (context.RouteData.Values.GetValueOrDefault(name) is string text && Guid.TryParse(text, out var record) && await find(here.Db, record).Select(f => (Id<CaseFile>?)f).FirstOrDefaultAsync(ct) is { } file)
                return file;
        return null;
    }

    private async Task KeepAsync(string code, Id<CaseFile> into, Id<CaseFile> from, CancellationToken ct)
    {
        await here.Db.WriteReadAsync(here.Act(code, "words from another file were pasted"), into, null, "circle", ct);
        await here.Db.WriteReadAsync(here.Act(code, "words of this file were pasted into another"), from, null, "circle", ct);
    }
}
