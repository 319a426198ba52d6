using Lapwing.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web;

/// <summary>Shows a broken rule as an error summary on the page that was posted (422), with everything typed still there.
/// A page that needs more than its posted values to show itself implements <see cref="IShowAgain"/>.</summary>
public sealed class BrokenRules(Here here) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is RuleBroken broken && !executed.ExceptionHandled && context.HandlerInstance is PageModel page)
        {
            executed.ExceptionHandled = true;
            // What was changed before the refusal is not saved later by accident, and the read log can be written.
            if (here.IsPartnership)
                here.Db.ChangeTracker.Clear();
            // The same form was under way at the same moment and was acted on: what it ran into is its own effect.
            if (here.IsPartnership && await context.HttpContext.RequestServices.GetRequiredService<Once>().DoneAsync(context.HttpContext.Request, context.HttpContext.RequestAborted) is { } done)
            {
                executed.Result = new RedirectResult(done);
                return;
            }
            page.ModelState.AddModelError("", broken.Message);
            if (page is IShowAgain again)
                await again.ShowAgainAsync(context.HttpContext.RequestAborted);
            page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            executed.Result = page.Page();
        }
    }
}

/// <summary>A page that loads what it shows besides what was posted, so that an error can show it again.</summary>
public interface IShowAgain
{
    Task ShowAgainAsync(CancellationToken ct);
}
