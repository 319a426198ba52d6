namespace Lapwing.Modules.Places.Allocation;

/// <summary>
/// The method of Webster and Sainte-Laguë: place after place goes to the largest quotient of need by 1, 3, 5 … It is house-monotone, and no move of one place
/// from one borough to another makes the least served better served; it can leave the quota, which is rare. Source: M. L. Balinski and H. P. Young, Fair
/// Representation (2nd ed. 2001), ch. 9 and app. A; A. Sainte-Laguë, La représentation proportionnelle et la méthode des moindres carrés (1910).
/// Ties: the larger need first, and between equal needs the borough that stands first in the directory.
/// </summary>
public static class SainteLague
{
    /// <param name="atLeastOne">Every borough with a need has one place before the quotients begin, where there are enough.</param>
    public static Seats Share(IReadOnlyList<BoroughNeed> boroughs, int total, int reserve, bool atLeastOne = false)
    {
        var remarks = new List<string>();
        var needs = Seats.Comparable(boroughs, remarks);
        var open = total - reserve;
        var claim = needs.Count(b => b.Need > 0);
        if (claim == 0)
            return new(total, reserve, open, [.. boroughs.Select(b => new BoroughSeats(b.Area, b.Need, 0, "No need is stated."))], remarks);
        if (atLeastOne && claim > open)
        {
            remarks.Add(Seats.TooFew);
            atLeastOne = false;
        }
        var seats = needs.Select(b => atLeastOne && b.Need > 0 ? 1 : 0).ToArray();
        var tied = false;
        for (var left = open - seats.Sum(); left > 0; left--)
        {
            var best = -1;
            for (var i = 0; i < needs.Count; i++)
                if (needs[i].Need > 0 && (best < 0 || Compare(needs, seats, i, best) > 0))
                    best = i;
            tied |= left == 1 && Enumerable.Range(0, needs.Count).Any(i => i != best && Quotient(needs, seats, i, best) == 0);
            seats[best]++;
        }
        if (tied)
            remarks.Add("The last place was won between equal quotients: the larger need comes first, and between equal needs the borough that stands first in the directory.");
        return new(total, reserve, 0, [.. boroughs.Select((b, i) => new BoroughSeats(b.Area, b.Need, seats[i], Words(needs[i].Need, seats[i], atLeastOne)))], remarks);
    }

    /// <summary>Which of two has the larger next quotient; never a fraction, so never a rounding.</summary>
    private static int Quotient(IReadOnlyList<BoroughNeed> needs, int[] seats, int one, int other) =>
        ((long)needs[one].Need * (2 * seats[other] + 1)).CompareTo((long)needs[other].Need * (2 * seats[one] + 1));

    private static int Compare(IReadOnlyList<BoroughNeed> needs, int[] seats, int one, int other)
    {
        var by = Quotient(needs, seats, one, other);
        if (by == 0)
            by = needs[one].Need.CompareTo(needs[other].Need);
        return by != 0 ? by : needs[other].Area.CompareTo(needs[one].Area);
    }

    private static string Words(int need, int seats, bool atLeastOne)
    {
        if (need == 0)
            return "No need is stated.";
        var next = $"the next, {need} ÷ {2 * seats + 1} = {Seats.Decimal(need, 2 * seats + 1)}, wins none";
        return seats == 0 ? char.ToUpperInvariant(next[0]) + next[1..]
            : seats == 1 && atLeastOne ? $"One place to begin with; {next}"
            : $"Last place won with {need} ÷ {2 * seats - 1} = {Seats.Decimal(need, 2 * seats - 1)}; {next}";
    }
}
