using System.Security.Cryptography;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Web;

/// <summary>
/// Exactly one effect for each form, however often it is sent: the form carries a number of its own, which is kept in the same transaction as what the form makes.
/// In the page <c>&lt;lapwing-once /&gt;</c> inside the form, and at the end of its handler <c>return Redirect(await once.SaveAsync(act, url, ct));</c> in the place of
/// <c>db.SaveAsync</c>. A form that was acted on before does not come to its handler again.
/// </summary>
public sealed class Once(Here here, PartnershipDb db)
{
    public const string Field = "Once";

    /// <summary>The number of the form that this request sends, where it is sent to, and what it says: another form of the same page is another form, and so is one to which
    /// somebody went back and which says something else now. What was typed anew is never dropped.</summary>
    private Guid? sent;
    private string place = "", content = "";

    /// <summary>Takes the number from the request, and says where the effect of the form is shown when it was acted on before.</summary>
    internal async Task<string?> DoneAsync(HttpRequest request, CancellationToken ct)
    {
        place = PlaceOf(request);
        sent = NumberOf(request);
        content = sent is null ? "" : ContentOf(request.Form);
        // A page that keeps the number itself keeps it without what the form says.
        return await FindAsync(db, sent, content, ct) ?? await FindAsync(db, sent, "", ct);
    }

    /// <summary>Where the effect of this form is shown, when it was acted on before.</summary>
    public Task<string?> DoneAsync(Guid? form, CancellationToken ct) => FindAsync(db, form, "", ct);

    /// <summary>Saves what the form of this request makes, once.</summary>
    /// <returns>Where its effect is shown: here, or where the same form led when it was sent before.</returns>
    public Task<string> SaveAsync(Act act, string url, CancellationToken ct) => SaveAsync(act, sent, content, url, ct);

    /// <summary>The same for a form with a number that means something else too, such as the draft that it holds.</summary>
    public Task<string> SaveAsync(Act act, Guid? form, string url, CancellationToken ct) => SaveAsync(act, form, "", url, ct);

    private async Task<string> SaveAsync(Act act, Guid? form, string said, string url, CancellationToken ct)
    {
        if (form is { } number)
            db.Add(DoneOnce.Keep(act, number, place + said, url));
        try
        {
            await db.SaveAsync(act, ct);
            return url;
        }
        // The same form was under way at the same moment, and the other one was first.
        catch (Exception fault) when (fault is DbUpdateException || fault is RuleBroken { Code: PartnershipDb.ChangedMeanwhile })
        {
            await using var beside = db.Beside();
            if (await FindAsync(beside, form, said, ct) is not { } done)
                throw;
            db.ChangeTracker.Clear(); // what this one would have made is there already
            return done;
        }
    }

    internal static Guid? NumberOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && !IsUpload(request) && Guid.TryParse(request.Form[Field], out var number) ? number : null;

    /// <summary>An upload is read by its own page, piece by piece: it asks for itself.</summary>
    private static bool IsUpload(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static string PlaceOf(HttpRequest request) => $"{request.Path}?{request.Query["handler"]}".ToLowerInvariant();

    /// <summary>Everything that the form says, as a digest; the token changes with every page.</summary>
    private static string ContentOf(IFormCollection form) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        form.Where(field => field.Key is not (Field or "__RequestVerificationToken")).OrderBy(field => field.Key, StringComparer.Ordinal).ToDictionary(field => field.Key, field => field.Value.ToArray()))));

    private async Task<string?> FindAsync(PartnershipDb where, Guid? form, string said, CancellationToken ct)
    {
        if (form is not { } number)
            return null;
        var id = Web.DoneOnce.IdOf(here.Viewer.Member, number, place + said);
        return await where.DoneOnce.AsNoTracking().Where(d => d.Id == id).Select(d => d.Url).SingleOrDefaultAsync(ct);
    }
}

/// <summary>A form that was acted on before leads to its effect and does nothing. It runs after the door and the ledger: whoever may not know the record any more learns nothing.</summary>
public sealed class OnceFilter(Here here) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (here.IsPartnership && HttpMethods.IsPost(http.Request.Method) && await http.RequestServices.GetRequiredService<Once>().DoneAsync(http.Request, http.RequestAborted) is { } done)
            context.Result = new RedirectResult(done);
        else
            await next();
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
        // An upload page says itself what was sent; every other form is read already.
        var sent = Guid.TryParse(ViewContext.ViewData.ModelState[Once.Field]?.AttemptedValue, out var said) ? said : Once.NumberOf(ViewContext.HttpContext.Request);
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Once.Field);
        output.Attributes.SetAttribute("value", (sent ?? Guid.CreateVersion7()).ToString("N"));
        output.Attributes.SetAttribute("autocomplete", "off");
    }
}
