using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Family;

/// <summary>Whom to ask about what a worker may not see. The same words whether there is something to ask about or not.</summary>
public static class Ask
{
    public static async Task<string> FrontDoorAsync(PartnershipDb db, CancellationToken ct)
    {
        var door = await db.Teams.AsNoTracking().Where(t => t.IsFrontDoor && t.IsActive).Select(t => new { t.Name, t.Telephone }).FirstOrDefaultAsync(ct);
        return door is null ? "the front door" : string.IsNullOrWhiteSpace(door.Telephone) ? $"the front door ({door.Name})" : $"the front door on {door.Telephone}";
    }

    public static string Title(this Side side) => side switch { Side.Child => "Child", Side.PersonCausingHarm => "Person causing harm", _ => "Survivor" };
}
