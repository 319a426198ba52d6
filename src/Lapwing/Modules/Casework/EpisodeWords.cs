namespace Lapwing.Modules.Casework;

/// <summary>How the words of support are printed.</summary>
public static class EpisodeWords
{
    public static string Title(this EpisodeStatus status) => status switch
    {
        EpisodeStatus.Offered => "Waiting for your answer",
        EpisodeStatus.Waiting => "Waiting for a worker",
        EpisodeStatus.Open => "Open",
        EpisodeStatus.Ended => "Ended",
        EpisodeStatus.NotTaken => "Not taken",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Title(this EndReason reason) => reason switch
    {
        EndReason.GoalsMet => "What was agreed has been reached",
        EndReason.SurvivorEnded => "The person ended it",
        EndReason.LostSafeContact => "Safe contact was lost",
        EndReason.MovedAway => "Moved away",
        EndReason.TransferredToAnotherService => "Another service took over",
        EndReason.ServiceEnded => "The service ended",
        EndReason.Died => "The person died",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Title(this NotMeasured reason) => reason switch
    {
        NotMeasured.CouldNotBeReached => "The person could not be reached",
        NotMeasured.DidNotWantTo => "The person did not want to",
        NotMeasured.NotSafeToAsk => "It was not safe to ask",
        NotMeasured.TooShort => "Support was too short to have outcomes",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Title(this OutcomePoint point) => point switch { OutcomePoint.Start => "At the start", OutcomePoint.Review => "At a review", _ => "At the end" };
}
