using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People.Linkage;

/// <summary>Two people who are likely the same, as the last look through everybody found: codes and numbers, never a name. It can be made again at any time.
/// A case record of the one file; it is shown to who may know both.</summary>
public sealed class LikelyPair : ICaseRecord
{
    private LikelyPair() { }

    public Id<LikelyPair> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<CaseFile> OtherFile { get; private set; }
    public Id<Person> Other { get; private set; }

    /// <summary>How they agree, see <see cref="Pattern"/>.</summary>
    public int Agrees { get; private set; }

    /// <summary>The weights of the first name and the family name, and of everything, in tenths of a bit.</summary>
    public int GivenWeight { get; private set; }
    public int FamilyWeight { get; private set; }
    public int Weight { get; private set; }

    /// <summary>In whole per cent.</summary>
    public int Likelihood { get; private set; }

    public static LikelyPair Of((Id<CaseFile> File, Id<Person> Person) one, (Id<CaseFile> File, Id<Person> Person) other, MatchEvidence evidence) => new()
    {
        Id = Id<LikelyPair>.New(), CaseFile = one.File, Person = one.Person, OtherFile = other.File, Other = other.Person, Agrees = evidence.Agrees.Packed,
        GivenWeight = Tenths(evidence.GivenWeight), FamilyWeight = Tenths(evidence.FamilyWeight), Weight = Tenths(evidence.Weight), Likelihood = evidence.Percent,
    };

    private static int Tenths(double weight) => (int)Math.Round(weight * 10);
}

internal sealed class LikelyPairMapping : IEntityTypeConfiguration<LikelyPair>
{
    public void Configure(EntityTypeBuilder<LikelyPair> pair)
    {
        pair.HasIndex(p => p.Weight);
        pair.HasIndex(p => new { p.Person, p.Other }).IsUnique();
    }
}
