namespace Lapwing.Modules.Places.Allocation;

/// <summary>Places belong to no borough.</summary>
public static class FirstCome
{
    public static Seats Share(IReadOnlyList<BoroughNeed> boroughs, int total, int reserve) =>
        new(total, reserve, total - reserve, [.. boroughs.Select(b => new BoroughSeats(b.Area, b.Need, 0, "Places are open to all."))], []);
}
