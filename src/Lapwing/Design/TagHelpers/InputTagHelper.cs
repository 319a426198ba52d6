using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>One line of text: <c>&lt;govuk-input asp-for="Input.FirstName" label="First name" hint="…" width="20" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputTagHelper : LabelledFieldTagHelper
{
    public string? Type { get; set; }
    public string? Value { get; set; }
    public string? Width { get; set; }
    public string? Prefix { get; set; }
    public string? Suffix { get; set; }
    public bool? Spellcheck { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bound = Bind();
        output.Become(new Input
        {
            Id = bound.Id, Name = bound.Name, Type = Type,
            // A password is never printed back.
            Value = Type == "password" ? null : Value ?? bound.Value, Spellcheck = Spellcheck, Disabled = Disabled,
            Label = LabelPart(), Hint = HintPart, ErrorMessage = ErrorPart(bound.Error), Prefix = Outputs.Words(Prefix), Suffix = Outputs.Words(Suffix),
            Classes = Outputs.Joined(WidthClass(Width), output.PassedClass()), Attributes = output.Passed(),
        }.Render());
    }
}

/// <summary>A password, never printed back: <c>&lt;govuk-password asp-for="Input.Password" label="Password" autocomplete="current-password" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-password", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordTagHelper : LabelledFieldTagHelper
{
    public string? Autocomplete { get; set; }
    public string? Width { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bound = Bind();
        output.Become(new PasswordInput
        {
            Id = bound.Id, Name = bound.Name, Autocomplete = Autocomplete, Disabled = Disabled,
            Label = LabelPart(), Hint = HintPart, ErrorMessage = ErrorPart(bound.Error),
            Classes = Outputs.Joined(WidthClass(Width), output.PassedClass()), Attributes = output.Passed(),
        }.Render());
    }
}

/// <summary>Several lines, counted when there is a limit: <c>&lt;govuk-textarea asp-for="Input.Notes" label="Notes" rows="8" max-length="2000" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : LabelledFieldTagHelper
{
    public int? Rows { get; set; }
    public int? MaxLength { get; set; }
    public int? MaxWords { get; set; }

    /// <summary>From how many hundredths of the limit the count is shown.</summary>
    public int? Threshold { get; set; }
    public bool? Spellcheck { get; set; }
    public string? Autocomplete { get; set; }
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bound = Bind();
        output.Become(MaxLength is null && MaxWords is null
            ? new Textarea
            {
                Id = bound.Id, Name = bound.Name, Value = Value ?? bound.Value, Rows = Rows, Spellcheck = Spellcheck, Disabled = Disabled,
                Autocomplete = Autocomplete, Label = LabelPart(), Hint = HintPart, ErrorMessage = ErrorPart(bound.Error),
                Classes = output.PassedClass(), Attributes = output.Passed(),
            }.Render()
            : new CharacterCount
            {
                Id = bound.Id, Name = bound.Name, Value = Value ?? bound.Value, Rows = Rows, Spellcheck = Spellcheck, Disabled = Disabled,
                Maxlength = MaxLength, Maxwords = MaxWords, Threshold = Threshold,
                Label = LabelPart(), Hint = HintPart, ErrorMessage = ErrorPart(bound.Error), Classes = output.PassedClass(), Attributes = output.Passed(),
            }.Render());
    }
}

/// <summary>A file: <c>&lt;govuk-file-upload asp-for="Input.File" label="Upload the form" accept=".csv" /&gt;</c>; the form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("govuk-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileUploadTagHelper : LabelledFieldTagHelper
{
    public bool Multiple { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bound = Bind();
        output.Become(new FileUpload
        {
            Id = bound.Id, Name = bound.Name, Multiple = Multiple, Disabled = Disabled, Javascript = true,
            Label = LabelPart(), Hint = HintPart, ErrorMessage = ErrorPart(bound.Error), Classes = output.PassedClass(), Attributes = output.Passed(),
        }.Render());
    }
}
