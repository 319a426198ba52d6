using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lapwing.Design;
using Lapwing.Design.Components;
using Xunit;

namespace Lapwing.Tests.Design;

/// <summary>Holds every component against the examples that GOV.UK Frontend publishes with it.</summary>
public sealed class ConformanceTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new Words(), new WordMap() },
    };

    public static TheoryData<string> Supported => [.. Fixture.All.Where(f => WhyNot(f) is null).Select(f => f.ToString())];

    [Theory]
    [MemberData(nameof(Supported))]
    public void RendersAsPublished(string fixture)
    {
        var example = Fixture.All.Single(f => f.ToString() == fixture);
        Assert.Equal(Dom.Normalise(example.Html), Dom.Normalise(Render(example.Component, example.Options)));
    }

    [Fact]
    public void WhatIsLeftOutIsLeftOutForAReasonThatStillHolds()
    {
        var unused = NotSupported.Options.Keys.Where(k => !Fixture.All.Any(f => f.Component == k.Component && f.Options.ContainsKey(k.Option)));
        Assert.Empty(unused);
        Assert.Empty(NotSupported.Fixtures.Keys.Except(Fixture.All.Select(f => f.ToString())));
        var left = Fixture.All.Where(f => WhyNot(f) is not null).ToList();
        Assert.InRange(left.Count, 1, Fixture.All.Count / 10);
    }

    [Fact]
    public void AWrongRenderingWouldBeSeen()
    {
        var example = Fixture.All.First(f => f.Component == "input" && f.Name == "with error message");
        var wrong = example.Options.DeepClone().AsObject();
        wrong.Remove("errorMessage");
        Assert.NotEqual(Dom.Normalise(example.Html), Dom.Normalise(Render("input", wrong)));
    }

    private static string? WhyNot(Fixture f) =>
        NotSupported.HasHoles(f.Options) ? NotSupported.Holes
        : NotSupported.Fixtures.GetValueOrDefault(f.ToString()) ?? f.Options.Select(o => NotSupported.Options.GetValueOrDefault((f.Component, o.Key))).FirstOrDefault(reason => reason is not null);

    private static string Render(string component, JsonObject options) => component switch
    {
        "accordion" => Of<Accordion>(options),
        "back-link" => Of<BackLink>(options),
        "breadcrumbs" => Of<Breadcrumbs>(options),
        "button" => Of<Button>(options),
        "character-count" => Of<CharacterCount>(options),
        "checkboxes" => Of<Checkboxes>(options),
        "date-input" => Of<DateInput>(options),
        "details" => Of<Details>(options),
        "error-message" => Read<ErrorMessage>(options) is var e ? e.Render(e.Id).ToString() : "",
        "error-summary" => Of<ErrorSummary>(options),
        "exit-this-page" => Of<ExitThisPage>(options),
        "fieldset" => Of<Fieldset>(options),
        "file-upload" => Of<FileUpload>(options),
        "generic-header" => Of<GenericHeader>(options),
        "hint" => Read<Hint>(options) is var h ? h.Render(h.Id).ToString() : "",
        "input" => Of<Input>(options),
        "inset-text" => Of<InsetText>(options),
        "label" => Read<Label>(options) is var l ? l.Render(l.For)?.ToString() ?? "" : "",
        "notification-banner" => Of<NotificationBanner>(options),
        "pagination" => Of<Pagination>(options),
        "panel" => Of<Panel>(options),
        "password-input" => Of<PasswordInput>(options),
        "phase-banner" => Of<PhaseBanner>(options),
        "radios" => Of<Radios>(options),
        "select" => Of<Select>(options),
        "service-navigation" => Of<ServiceNavigation>(options),
        "skip-link" => Of<SkipLink>(options),
        "summary-list" => Of<SummaryList>(options),
        "table" => Of<Table>(options),
        "tabs" => Of<Tabs>(options),
        "tag" => Of<Tag>(options),
        "task-list" => Of<TaskList>(options),
        "textarea" => Of<Textarea>(options),
        "warning-text" => Of<WarningText>(options),
        _ => throw new ArgumentException($"No component for the fixtures of {component}.", nameof(component)),
    };

    private static T Read<T>(JsonObject options) => options.Deserialize<T>(Json)!;

    private static string Of<T>(JsonObject options) where T : Component
    {
        using var writer = new StringWriter();
        Read<T>(options).Render().WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>The published options are JavaScript: a number or a truth value may stand where words do.</summary>
    private sealed class Words : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
            JsonTokenType.True => "true",
            JsonTokenType.False => "",
            _ => reader.GetString(),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class WordMap : JsonConverter<IReadOnlyDictionary<string, string?>>
    {
        public override IReadOnlyDictionary<string, string?> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonNode.Parse(ref reader)!.AsObject().ToDictionary(p => p.Key, p => p.Value?.ToString());

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string?> value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}
