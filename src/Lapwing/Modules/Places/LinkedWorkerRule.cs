using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Modules.Places;

/// <summary>Who must be named before a place can start. Source: Home Office, Standards for domestic abuse perpetrator interventions (2023), standard 1: support for
/// the victim runs in tandem and is never given by the same worker; Drive places it in a separate organisation (domain facts b4).</summary>
public static class LinkedWorkerRule
{
    public const string Needed = "Before a place can start, somebody who works with the victim must be named, from another organisation (national standard 1).";

    public sealed record Workers(Id<Member> CaseManager, Id<Agency> ManagersAgency, Id<Member> LinkedWorker, Id<Agency> LinkedAgency);

    /// <summary>Why it may not start, or null when it may.</summary>
    public static string? WhyNot(Workers? workers) =>
        workers is null ? Needed
        : workers.CaseManager == workers.LinkedWorker ? "The case manager and the victim's worker are never the same person (national standard 1)."
        : workers.ManagersAgency == workers.LinkedAgency ? "The victim's worker must come from another organisation than the case manager (national standard 1). Name somebody else."
        : null;

    public static void Refuse(Workers? workers)
    {
        if (WhyNot(workers) is { } why)
            throw new RuleBroken("linked-worker", why);
    }
}
