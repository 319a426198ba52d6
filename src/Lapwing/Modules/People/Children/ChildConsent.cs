using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People.Children;

/// <summary>By which route a child's support was agreed, decided by a named worker with reasons. Superseded by the next decision, never edited.</summary>
public sealed class ChildConsent : ICaseRecord
{
    private ChildConsent() { }

    public const int ReasonsLimit = 5_000;

    public Id<ChildConsent> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Child { get; private set; }
    public ConsentRoute Route { get; private set; }
    public Understanding Understanding { get; private set; }

    /// <summary>How old they were on that day, as far as it was known.</summary>
    public int? Age { get; private set; }

    /// <summary>Who of the file agreed with parental responsibility.</summary>
    public Id<Person>? Parent { get; private set; }
    public bool Agreed { get; private set; }
    public Protected Reasons { get; private set; } = null!;
    public Id<Member> DecidedBy { get; private set; }
    public DateTime DecidedAt { get; private set; }
    public int Version { get; private set; }

    /// <param name="age">On the day of the decision.</param>
    /// <param name="parent">Somebody of the same file, for the route of parental responsibility.</param>
    /// <exception cref="RuleBroken">The route is not open at that age and understanding, there are no reasons, or the parent is said to cause harm.</exception>
    public static ChildConsent Decide(Act act, FileKey key, Person child, int? age, Understanding understanding, ConsentRoute route, Person? parent, bool agreed, string? reasons)
    {
        if (age >= ConsentRoutes.Adult)
            throw new RuleBroken("adult", "They are 18 or over: they decide for themselves like any adult.");
        if (!ConsentRoutes.IsOpen(route, age, understanding))
            throw new RuleBroken("route-closed", $"This route is not open for them. Open are: {string.Join("; ", ConsentRoutes.For(age, understanding).Select(open => open.Route.Title().ToLowerInvariant()))}.");
        if (string.IsNullOrWhiteSpace(reasons))
            throw new RuleBroken("consent-reasons", "Write the reasons: what was explained, what they understood, and why this route.");
        if (route == ConsentRoute.ParentalResponsibility)
            MustBeSafeParent(key, child, parent);
        return new()
        {
            Id = Id<ChildConsent>.New(), CaseFile = key.File, Child = child.Id, Route = route, Understanding = understanding, Age = age,
            Parent = route == ConsentRoute.ParentalResponsibility ? parent!.Id : null, Agreed = agreed || route == ConsentRoute.Safeguarding,
            Reasons = key.Seal(reasons.Trim()), DecidedBy = act.Who.Member, DecidedAt = act.At,
        };
    }

    /// <summary>Whoever is said to cause harm does not decide whether the child is helped, whether or not it has been assessed yet.</summary>
    private static void MustBeSafeParent(FileKey key, Person child, Person? parent)
    {
        if (parent is null || parent.CaseFile != key.File || parent.Id == child.Id)
            throw new RuleBroken("consent-parent", "Choose who agreed, from the people of this file.");
        if (parent is { Role: RoleInFile.SaidToCauseHarm, RoleStatus: not AssertionStatus.Withdrawn })
            throw new RuleBroken("consent-harm", "Whoever is said to cause harm cannot agree for the child. Choose another person with parental responsibility, or the route of safeguarding.");
    }
}

internal sealed class ChildConsentMapping : IEntityTypeConfiguration<ChildConsent>
{
    public void Configure(EntityTypeBuilder<ChildConsent> consent) => consent.HasIndex(c => new { c.CaseFile, c.Child });
}
