using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>What members are called, for lists of who did what.</summary>
public sealed class MemberNames
{
    private readonly Dictionary<Id<Member>, string> names;

    private MemberNames(Dictionary<Id<Member>, string> names) => this.names = names;

    public string this[Id<Member> member] => names.GetValueOrDefault(member, "A former member");

    public static async Task<MemberNames> OfAsync(PartnershipDb db, IEnumerable<Id<Member>> members, CancellationToken ct = default)
    {
        var wanted = members.Distinct().ToArray();
        return new(wanted.Length == 0 ? [] : await db.Members.AsNoTracking().Where(m => wanted.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct));
    }
}
