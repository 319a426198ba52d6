using Lapwing.Design.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>What every tag helper here does with its output and with its children.</summary>
internal static class Outputs
{
    /// <summary>Puts the component where the tag stood.</summary>
    public static void Become(this TagHelperOutput output, IHtmlContent component)
    {
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(component);
    }

    /// <summary>The class that the page wrote on the tag.</summary>
    public static string? PassedClass(this TagHelperOutput output) => output.Attributes["class"]?.Value?.ToString();

    /// <summary>Whatever else the page wrote on the tag, such as <c>autocomplete</c> or <c>data-*</c>; it goes to the control.</summary>
    public static IReadOnlyDictionary<string, string?>? Passed(this TagHelperOutput output)
    {
        var passed = output.Attributes.Where(a => a.Name != "class").ToDictionary(a => a.Name, a => a.Value?.ToString());
        return passed.Count == 0 ? null : passed;
    }

    /// <summary>Collects the items that child tags hand up.</summary>
    public static async Task<List<T>> CollectAsync<T>(this TagHelperContext context, TagHelperOutput output)
    {
        var items = new List<T>();
        context.Items[typeof(T)] = items;
        await output.GetChildContentAsync();
        return items;
    }

    /// <summary>Hands an item up to the tag around this one, and leaves nothing in its place.</summary>
    public static void HandUp<T>(this TagHelperContext context, TagHelperOutput output, T item)
    {
        if (!context.Items.TryGetValue(typeof(T), out var items)) throw new InvalidOperationException($"<{context.TagName}> stands outside the tag that it belongs to.");
        ((List<T>)items).Add(item);
        output.SuppressOutput();
    }

    public static async Task<string> InnerHtmlAsync(this TagHelperOutput output) => (await output.GetChildContentAsync()).GetContent().Trim();

    public static string Joined(params string?[] classes) => string.Join(' ', classes.Where(c => !string.IsNullOrEmpty(c)));

    public static Phrase? Words(string? text, string? html = null) =>
        string.IsNullOrEmpty(text) && string.IsNullOrEmpty(html) ? null : new Phrase { Text = text, Html = html };

    public static Hint? HintOf(string? text, string? html = null) =>
        string.IsNullOrEmpty(text) && string.IsNullOrEmpty(html) ? null : new Hint { Text = text, Html = html };
}
