using Lapwing.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web;

/// <summary>One field that somebody else changed while it was edited here: what is kept now beside what was typed.</summary>
public sealed record Difference(string Field, string Now, string Typed);

public static class Answers
{
    /// <summary>Wrong input: the page again with what was typed and its messages (400).</summary>
    public static async Task<IActionResult> AgainAsync(this PageModel page, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page is IShowAgain again)
            await again.ShowAgainAsync(ct);
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    /// <summary>The fields that differ between what is kept and what was typed.</summary>
    public static IReadOnlyList<Difference> Between(params (string Field, string? Now, string? Typed)[] fields) =>
        [.. fields.Where(f => (f.Now ?? "").Trim() != (f.Typed ?? "").Trim()).Select(f => new Difference(f.Field, f.Now ?? "", f.Typed ?? ""))];
}
