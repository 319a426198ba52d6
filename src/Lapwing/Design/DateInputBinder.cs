using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lapwing.Design;

/// <summary>
/// Reads a <see cref="DateOnly"/> from day, month and year. Says what is missing or impossible in the words of the design system;
/// all three empty is no date, which is for [Required] to judge. An ISO date under the plain name is taken too, for links.
/// </summary>
public sealed class DateInputBinder : IModelBinder
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var name = bindingContext.ModelName;
        var plain = bindingContext.ValueProvider.GetValue(name).FirstValue;
        if (!string.IsNullOrWhiteSpace(plain)) return Plain(bindingContext, name, plain);

        var (day, month, year) = (Part(bindingContext, "Day"), Part(bindingContext, "Month"), Part(bindingContext, "Year"));
        if (day is null && month is null && year is null) return Task.CompletedTask;
        if (day?.Length == 0 && month?.Length == 0 && year?.Length == 0)
        {
            bindingContext.Result = Nullable.GetUnderlyingType(bindingContext.ModelType) is null ? ModelBindingResult.Failed() : ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        var label = bindingContext.ModelMetadata.GetDisplayName();
        var missing = new[] { ("Day", day), ("Month", month), ("Year", year) }.Where(p => string.IsNullOrEmpty(p.Item2)).Select(p => p.Item1).ToList();
        if (missing.Count > 0)
        {
            var what = string.Join(" and ", missing.Select(m => m.ToLowerInvariant()));
            return Fail(bindingContext, name, $"{label} must include a {what}");
        }
        if (!TryDate(day!, month!, year!, out var date)) return Fail(bindingContext, name, $"{label} must be a real date");
        bindingContext.Result = ModelBindingResult.Success(date);
        return Task.CompletedTask;
    }

    private static Task Plain(ModelBindingContext context, string name, string text)
    {
        context.ModelState.SetModelValue(name, text, text);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Fail(context, name, $"{context.ModelMetadata.GetDisplayName()} must be a real date");
        }
        context.Result = ModelBindingResult.Success(date);
        return Task.CompletedTask;
    }

    private static string? Part(ModelBindingContext context, string part)
    {
        var value = context.ValueProvider.GetValue($"{context.ModelName}.{part}");
        if (value == ValueProviderResult.None) return null;
        context.ModelState.SetModelValue($"{context.ModelName}.{part}", value);
        // A part is kept to be shown again; the date as a whole is what is judged, and an unjudged entry would make every form invalid.
        context.ModelState.MarkFieldSkipped($"{context.ModelName}.{part}");
        return value.FirstValue?.Trim() ?? "";
    }

    /// <summary>A month may be written as a word. A year of two digits is refused: nobody can tell the century.</summary>
    private static bool TryDate(string day, string month, string year, out DateOnly date)
    {
        date = default;
        var named = month.Length >= 3 ? Array.FindIndex(Months, m => month.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1 : 0;
        if (year.Length != 4 || !Number(day, out var d) || !Number(year, out var y) || !(named > 0 || Number(month, out named))) return false;
        if (y < 1 || named is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, named)) return false;
        date = new DateOnly(y, named, d);
        return true;
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static Task Fail(ModelBindingContext context, string key, string message)
    {
        context.ModelState.TryAddModelError(key, message);
        context.Result = ModelBindingResult.Failed();
        return Task.CompletedTask;
    }
}

/// <summary>Puts <see cref="DateInputBinder"/> in charge of every date: <c>AddLapwingDesign()</c> on the MVC builder.</summary>
public sealed class DateInputBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateInputBinder() : null;
    }
}

public static class DesignServices
{
    /// <summary>Dates in three boxes bind to <see cref="DateOnly"/> everywhere.</summary>
    public static IMvcBuilder AddLapwingDesign(this IMvcBuilder mvc) =>
        mvc.AddMvcOptions(options => options.ModelBinderProviders.Insert(0, new DateInputBinderProvider()));
}
