using Lapwing.Access;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Lapwing.Web;

/// <summary>The program does not start with a page that states no permission.</summary>
public static class PermissionCheck
{
    public static void Run(WebApplication app)
    {
        var missing = Pages(app.Services).Where(page => page.Permission is null).Select(page => page.Name).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException("These pages state no permission ([Permit(…)]): " + string.Join(", ", missing));
    }

    /// <summary>Every page of the product with its address and its permission.</summary>
    public static IReadOnlyList<(string Name, string Route, Permission? Permission)> Pages(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        return [.. services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(page => loader.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult())
            .Select(page => (page.ViewEnginePath, "/" + page.AttributeRouteInfo?.Template,
                page.ModelTypeInfo?.GetCustomAttributes(typeof(PermitAttribute), true).Cast<PermitAttribute>().SingleOrDefault()?.Permission))];
    }
}
