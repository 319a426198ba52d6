using Lapwing.Data;

namespace Lapwing.Access;

/// <summary>One of the members by name to whom a restricted file is narrowed. A file is restricted while it has any. Naming only narrows: the member must
/// be in the circle as well, and no wall may stand between. Source: permission model, and "restricted people" of the casework issue, C3 and C4.</summary>
public sealed class NamedMember
{
    private NamedMember() { }

    public Id<NamedMember> Id { get; private set; }
    public Id<CaseFile> File { get; private set; }
    public Id<Member> Member { get; private set; }
    public DateTime From { get; private set; }

    /// <summary>None while it holds.</summary>
    public DateTime? Until { get; private set; }
    public Guid NamedBy { get; private set; }

    internal static NamedMember Name(Act act, Id<CaseFile> file, Id<Member> member) =>
        new() { Id = Id<NamedMember>.New(), File = file, Member = member, From = act.At, NamedBy = act.Who.Member.Value };

    internal void End(Act act) => Until = act.At;
}
