namespace Lapwing.Access;

/// <summary>
/// Where new keys of the blind index go. A key is a keyed hash, so each lands anywhere among all the others: in a large partnership every one of a person's
/// dozen keys would touch a page of its own. So keys stand on shelves, in order on each; a shelf is filled with some thousand people and then the next begins. What is
/// added touches the last shelf only, and a search looks at the same place on each of them.
/// All keys of one person stand on one shelf, so that terms can be compared there.
/// </summary>
/// <param name="last">The last shelf there is and how many keys stand on it; asked once, when the first person comes.</param>
public sealed class Shelves(Func<(int Shelf, int Keys)>? last = null)
{
    /// <summary>The keys of about 16,000 people. Fewer would make a search look at more shelves; more would scatter what is written.</summary>
    public const int Room = 200_000;

    private readonly Lock taking = new();
    private (int Shelf, int Keys)? at;

    /// <summary>The shelf for a person with so many keys. Several programs may fill the same one; then it holds a little more.</summary>
    public int Take(int keys)
    {
        lock (taking)
        {
            var (shelf, filled) = at ?? last?.Invoke() ?? (0, 0);
            if (filled >= Room)
                (shelf, filled) = (shelf + 1, 0);
            at = (shelf, filled + keys);
            return shelf;
        }
    }
}
