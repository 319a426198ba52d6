using System.Text.Json.Serialization;

namespace Lapwing.Modules.Directory;

/// <summary>
/// Where a service is in its life. A new service is tried before it is launched: Support 2 Safety ran as a soft launch and was approved
/// for "full formal launch" by two boards (Barking and Dagenham update, 2023/24 Q1).
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceStage>))]
public enum ServiceStage
{
    /// <summary>Being worked out; takes nobody.</summary>
    Scoping,

    /// <summary>Being tried with agreed referrers.</summary>
    Pilot,

    /// <summary>Open, and still learning.</summary>
    SoftLaunch,

    /// <summary>Open, with its approvals recorded.</summary>
    FormallyLaunched,

    /// <summary>Takes nobody new for now; goes on with those it supports.</summary>
    Paused,

    /// <summary>Closed for good.</summary>
    Ended,
}

/// <summary>What a stage allows and how it is printed.</summary>
public static class ServiceStages
{
    /// <summary>Whether a service at this stage can be offered.</summary>
    public static bool TakesReferrals(this ServiceStage stage) =>
        stage is ServiceStage.Pilot or ServiceStage.SoftLaunch or ServiceStage.FormallyLaunched;

    /// <summary>The words on the page.</summary>
    public static string Title(this ServiceStage stage) => stage switch
    {
        ServiceStage.Scoping => "Scoping",
        ServiceStage.Pilot => "Pilot",
        ServiceStage.SoftLaunch => "Soft launch",
        ServiceStage.FormallyLaunched => "Formally launched",
        ServiceStage.Paused => "Paused",
        ServiceStage.Ended => "Ended",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
