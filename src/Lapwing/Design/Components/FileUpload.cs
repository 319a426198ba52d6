using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>A file of the sender's.</summary>
public sealed record FileUpload : Field
{
    public bool Multiple { get; init; }
    public bool Javascript { get; init; }
    public string? WrapperClasses { get; init; }
    public IReadOnlyDictionary<string, string?>? WrapperAttributes { get; init; }

    // A browser ignores the value of a file input: it is accepted because the published options have it, and never printed.
    public string? Value { get; init; }

    public override IHtmlContent Render()
    {
        var input = new Element("input").Class("govuk-file-upload", Classes, ErrorClass("govuk-file-upload--error"))
            .Set("id", ControlId).Set("name", Name).Set("type", "file").Flag("disabled", Disabled).Flag("multiple", Multiple)
            .Set("aria-describedby", Described(ControlId, DescribedBy)).With(Attributes);
        return Group(!Javascript ? input : new Element("div").Class("govuk-file-upload-wrapper", WrapperClasses)
            .Set("data-module", "govuk-file-upload").With(WrapperAttributes).Add(input));
    }
}
