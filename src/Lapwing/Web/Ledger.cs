using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Orders;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Web;

/// <summary>The fourth lock. Any route that names a record answers 404 when it is not visible, and writes a read-log entry
/// before anything of it is shown. Nobody opts in: the route's parameter names the kind of record.</summary>
public sealed class Ledger(Here here) : IAsyncPageFilter, IAsyncAlwaysRunResultFilter
{
    /// <summary>The route parameters that name case records, and how each finds its file. An architecture test holds every
    /// page route against this list.</summary>
    public static readonly IReadOnlyDictionary<string, Func<PartnershipDb, Guid, IQueryable<Id<CaseFile>>>> Records =
        new Dictionary<string, Func<PartnershipDb, Guid, IQueryable<Id<CaseFile>>>>
        {
            ["file"] = (db, id) => db.CaseFiles.Where(r => r.Id == new Id<CaseFile>(id)).Select(r => r.Id),
            ["referral"] = (db, id) => db.Referrals.Where(r => r.Id == new Id<Referral>(id)).Select(r => r.CaseFile),
            ["person"] = (db, id) => db.People.Where(r => r.Id == new Id<Person>(id)).Select(r => r.CaseFile),
            ["relationship"] = (db, id) => db.Relationships.Where(r => r.Id == new Id<Relationship>(id)).Select(r => r.CaseFile),
            ["household"] = (db, id) => db.Households.Where(r => r.Id == new Id<Household>(id)).Select(r => r.CaseFile),
            ["order"] = (db, id) => db.Orders.Where(r => r.Id == new Id<ProtectionOrder>(id)).Select(r => r.CaseFile),
            ["assessment"] = (db, id) => db.RiskAssessments.Where(r => r.Id == new Id<RiskAssessment>(id)).Select(r => r.CaseFile),
            ["note"] = (db, id) => db.Notes.Where(r => r.Id == new Id<Note>(id)).Select(r => r.CaseFile),
            ["task"] = (db, id) => db.CaseTasks.Where(r => r.Id == new Id<CaseTask>(id)).Select(r => r.CaseFile),
            // A document under a seal is a record of another kind: each is asked for by its own key, so that no list is gone through.
            ["document"] = (db, id) => db.CaseFiles.Where(f => f.Id == db.Documents.Where(r => r.Id == new Id<DocumentRecord>(id)).Select(r => (Id<CaseFile>?)r.CaseFile).FirstOrDefault()
                || f.Id == db.HealthDocuments.Where(r => r.Id == new Id<DocumentRecord>(id)).Select(r => (Id<CaseFile>?)r.CaseFile).FirstOrDefault()
                || f.Id == db.LegalDocuments.Where(r => r.Id == new Id<DocumentRecord>(id)).Select(r => (Id<CaseFile>?)r.CaseFile).FirstOrDefault()).Select(f => f.Id),
            ["incident"] = (db, id) => db.Incidents.Where(r => r.Id == new Id<Incident>(id)).Select(r => r.CaseFile),
            ["waiting"] = (db, id) => db.WaitingEntries.Where(r => r.Id == new Id<WaitingEntry>(id)).Select(r => r.CaseFile),
            ["place"] = (db, id) => db.GroupPlaces.Where(r => r.Id == new Id<GroupPlace>(id)).Select(r => r.CaseFile),
            ["stay"] = (db, id) => db.SafeStays.Where(r => r.Id == new Id<SafeStay>(id)).Select(r => r.CaseFile),
            ["works"] = (db, id) => db.SanctuaryWorks.Where(r => r.Id == new Id<SanctuaryWorks>(id)).Select(r => r.CaseFile),
            ["episode"] = (db, id) => db.SupportEpisodes.Where(r => r.Id == new Id<SupportEpisode>(id)).Select(r => r.CaseFile),
        };

    private readonly List<(Id<CaseFile> File, Guid Record)> opened = [];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        opened.Clear(); // the page of a fault or a refusal runs in the same request and shows nothing of the record
        foreach (var (name, find) in Records)
        {
            if (context.RouteData.Values.GetValueOrDefault(name) is not string text)
                continue;
            // What an address names together belongs together: a record of one file is not there under the address of another.
            if (!Guid.TryParseExact(text, "N", out var id)
                || await find(here.Db, id).Select(file => (Id<CaseFile>?)file).SingleOrDefaultAsync(context.HttpContext.RequestAborted) is not { } file
                || opened.Any(before => before.File != file))
            {
                context.Result = new NotFoundResult();
                return;
            }
            opened.Add((file, id));
        }
        if (context.HandlerMethod is null && !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            // The framework would show the page as if it had been loaded, with nothing in it.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        await next();
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is FileResult && opened.Any(o => here.Viewer.Emergencies.Contains(o.File)))
            context.Result = new NotFoundResult(); // in an emergency one reads; nothing of the file leaves
        if (context.Result is PageResult or FileResult or ContentResult)
            foreach (var (file, record) in opened)
                await here.Db.WriteReadAsync(
                    here.Act("read", PurposeOf(context)), file, record, here.Viewer.Emergencies.Contains(file) ? ReadLog.InEmergency : "circle", context.HttpContext.RequestAborted);
        await next();
    }

    /// <summary>The page that was opened, as its route template: never an address with values in it.</summary>
    private static string PurposeOf(ResultExecutingContext context) =>
        context.ActionDescriptor is PageActionDescriptor page ? page.AttributeRouteInfo?.Template ?? page.DisplayName ?? "page" : "page";
}
