using System.Diagnostics;

namespace Lapwing.Access;

/// <summary>One program at a time changes a file: whoever holds the lock beside it.</summary>
internal static class FileTurn
{
    /// <summary>Waits for the turn; disposing it gives it on.</summary>
    /// <param name="busy">What to throw when it does not come in time.</param>
    public static FileStream Take(string path, TimeSpan patience, Func<IOException, Exception> busy)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held)
            {
                if (waited.Elapsed > patience)
                    throw busy(held);
                Thread.Sleep(20);
            }
        }
    }
}
