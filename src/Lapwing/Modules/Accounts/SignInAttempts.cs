namespace Lapwing.Modules.Accounts;

/// <summary>How often somebody tried lately: for one address, one known browser or one source. Only a hash says which.</summary>
public sealed class SignInAttempts
{
    private SignInAttempts() { }

    /// <summary>Tries that cost no waiting, and how many are evaluated in an hour at most.</summary>
    public const int FreeForAccount = 5, LimitForAccount = 10, FreeForSource = 30, LimitForSource = 100;

    private static readonly TimeSpan Memory = TimeSpan.FromHours(1), FirstWait = TimeSpan.FromSeconds(15);

    public byte[] Key { get; private set; } = [];
    public int Tries { get; private set; }
    public DateTime Since { get; private set; }
    public DateTime NextAt { get; private set; }
    public int Version { get; private set; }

    public static SignInAttempts Of(byte[] key) => new() { Key = key };

    public TimeSpan? WaitAt(DateTime now) => now < NextAt ? NextAt - now : null;

    /// <summary>Counts one try. After the free ones each waits twice as long as the one before; at the limit, until the hour is over.</summary>
    public void Take(DateTime now, int free, int limit)
    {
        if (now - Since >= Memory)
            (Tries, Since) = (0, now);
        Tries++;
        Version++;
        NextAt = Tries >= limit ? Since + Memory : Tries < free ? now : now + FirstWait * Math.Pow(2, Math.Min(Tries - free, 10));
    }
}
