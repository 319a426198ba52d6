namespace Lapwing.Modules.Places.Allocation;

/// <summary>
/// The method of Hamilton, Hare or Vinton: whole quotas first, and what is left over to the largest remainders. It keeps every borough within one place of its
/// quota and is not house-monotone: that is the Alabama paradox of 1880, which the tests show. Source: M. L. Balinski and H. P. Young, Fair Representation (2nd ed. 2001), ch. 5 and 10.
/// Ties: the larger need first, and between equal needs the borough that stands first in the directory.
/// </summary>
public static class LargestRemainder
{
    /// <param name="atLeastOne">Every borough with a need has one place, where there are enough.</param>
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
        var given = Apportion(needs, open, atLeastOne ? 1 : 0, remarks);
        return new(total, reserve, 0, [.. boroughs.Select((b, i) => new BoroughSeats(b.Area, b.Need, given[i].Seats, given[i].Working))], remarks);
    }

    private static (int Seats, string Working)[] Apportion(IReadOnlyList<BoroughNeed> needs, int open, int least, List<string> remarks)
    {
        var sum = needs.Sum(b => (long)b.Need);
        var seats = new int[needs.Count];
        var remainders = new long[needs.Count];
        for (var i = 0; i < needs.Count; i++)
        {
            var whole = (int)((long)open * needs[i].Need / sum);
            var raised = needs[i].Need > 0 && whole < least;
            (seats[i], remainders[i]) = (raised ? least : whole, raised ? -1 : (long)open * needs[i].Need % sum);
        }
        var left = open - seats.Sum();
        if (left < 0)
            return WithoutTheRaised(needs, open, least, seats, remainders, remarks);
        var order = Enumerable.Range(0, needs.Count).OrderByDescending(i => remainders[i]).ThenByDescending(i => needs[i].Need).ThenBy(i => needs[i].Area).ToList();
        if (left > 0 && left < order.Count && remainders[order[left - 1]] == remainders[order[left]])
            remarks.Add("Two remainders are equal: the larger need comes first, and between equal needs the borough that stands first in the directory.");
        var extra = order.Take(left).ToHashSet();
        return [.. needs.Select((b, i) => (seats[i] + (extra.Contains(i) ? 1 : 0), remainders[i] < 0
            ? $"Quota {open} × {b.Need} ÷ {sum} = {Seats.Decimal((long)open * b.Need, sum)}, raised to {least}"
            : $"Quota {open} × {b.Need} ÷ {sum} = {Seats.Decimal((long)open * b.Need, sum)}: {seats[i]} whole, remainder {Seats.Decimal(remainders[i], sum)}{(extra.Contains(i) ? ", and 1 for the remainder" : "")}"))];
    }

    /// <summary>Raising some to the least took more than was left over: the others share what remains by the same method.</summary>
    private static (int Seats, string Working)[] WithoutTheRaised(IReadOnlyList<BoroughNeed> needs, int open, int least, int[] seats, long[] remainders, List<string> remarks)
    {
        var raised = Enumerable.Range(0, needs.Count).Where(i => remainders[i] < 0).ToHashSet();
        BoroughNeed[] others = [.. needs.Where((_, i) => !raised.Contains(i))];
        var theirs = Apportion(others, open - raised.Count * least, least, remarks);
        var next = 0;
        return [.. needs.Select((b, i) => raised.Contains(i) ? (seats[i], $"Raised to {least}: every borough with a need has one") : theirs[next++])];
    }
}
