namespace Lapwing.Settings;

/// <summary>Where this installation keeps its things and how it is reached. Read once at start, from the command line
/// first, then from the environment, then the defaults.</summary>
public sealed record Installation
{
    /// <summary>Folder of the embedded databases, uploads and the installation's id.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Key file; null takes the default outside the data folder.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Folder of the audit witness files; null takes the key file's folder.</summary>
    public string? WitnessFolder { get; init; }

    /// <summary>Connection to PostgreSQL; null uses embedded SQLite.</summary>
    public string? Postgres { get; init; }

    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>Path of an installed Chromium for PDF; null looks in the usual places.</summary>
    public string? Chromium { get; init; }

    /// <summary>Whether background work runs in this process too.</summary>
    public bool RunsJobs { get; init; } = true;

    /// <summary>Through what messages leave.</summary>
    public Outbound Outbound { get; init; } = new();

    /// <summary>Where other installations reach this one for handovers, such as <c>https://0.0.0.0:6443</c>; null where none does. It is a door of its own, with certificates on both sides.</summary>
    public string? HandoverListen { get; init; }

    /// <summary>The address of that door as others see it, which stands on the card that is given to them.</summary>
    public string? HandoverUrl { get; init; }

    public bool UsesPostgres => Postgres is not null;

    public static Installation From(string? data, string? keyFile, string? postgres, string? urls) => new()
    {
        DataFolder = Path.GetFullPath(data ?? Read("LAPWING_DATA") ?? "data"),
        KeyFile = keyFile ?? Read("LAPWING_KEY_FILE"),
        WitnessFolder = Read("LAPWING_WITNESS"),
        Postgres = postgres ?? Read("LAPWING_POSTGRES"),
        Urls = urls ?? Read("LAPWING_URLS") ?? "http://localhost:5080",
        Chromium = Read("LAPWING_CHROMIUM"),
        Outbound = Outbound.From(Read),
        HandoverListen = Read("LAPWING_HANDOVER_LISTEN"),
        HandoverUrl = Read("LAPWING_HANDOVER_URL"),
    };

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
