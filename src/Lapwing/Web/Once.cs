using Lapwing.Access;
using Lapwing.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Web;

/// <summary>
/// Exactly one effect for each form, however often it is sent: the form carries a number of its own, which is kept in the same transaction as what the form makes.
/// In the page: <c>&lt;lapwing-once /&gt;</c> inside the form and <c>[BindProperty] public Guid? Once { get; set; }</c>. In the handler, first
/// <c>if (await once.DoneAsync(Once, ct) is { } done) return Redirect(done);</c> and at the end
/// <c>return Redirect(await once.SaveAsync(act, Once, url, ct));</c> in the place of <c>db.SaveAsync</c>.
/// </summary>
public sealed class Once(Here here, PartnershipDb db)
{
    public const string Field = "Once";

    /// <summary>Where the effect of this form is shown, when it was acted on before.</summary>
    public Task<string?> DoneAsync(Guid? form, CancellationToken ct) => FindAsync(db, form, ct);

    /// <summary>Saves what the form makes, once.</summary>
    /// <returns>Where its effect is shown: here, or where the same form led when it was sent before.</returns>
    public async Task<string> SaveAsync(Act act, Guid? form, string url, CancellationToken ct)
    {
        if (form is { } number)
            db.Add(DoneOnce.Keep(act, number, url));
        try
        {
            await db.SaveAsync(act, ct);
            return url;
        }
        // The same form was under way at the same moment, and the other one was first.
        catch (Exception fault) when (fault is DbUpdateException || fault is RuleBroken { Code: PartnershipDb.ChangedMeanwhile })
        {
            await using var beside = db.Beside();
            if (await FindAsync(beside, form, ct) is { } done)
                return done;
            throw;
        }
    }

    private async Task<string?> FindAsync(PartnershipDb where, Guid? form, CancellationToken ct)
    {
        if (form is not { } number)
            return null;
        var id = Web.DoneOnce.IdOf(here.Viewer.Member, number);
        return await where.DoneOnce.AsNoTracking().Where(d => d.Id == id).Select(d => d.Url).SingleOrDefaultAsync(ct);
    }
}

/// <summary>The form's own number; a form that is shown again keeps it.</summary>
[HtmlTargetElement("lapwing-once", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OnceTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var sent = ViewContext.ViewData.ModelState[Once.Field]?.AttemptedValue;
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Once.Field);
        output.Attributes.SetAttribute("value", Guid.TryParse(sent, out var number) ? number.ToString("N") : Guid.CreateVersion7().ToString("N"));
        output.Attributes.SetAttribute("autocomplete", "off");
    }
}
