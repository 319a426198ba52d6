using Lapwing.Design;

namespace Lapwing.Modules.Accommodation;

/// <summary>How the codes of this module are said: each as its enum displays it.</summary>
public static class AccommodationWords
{
    private static class Of<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, string> Titles = Option.From<T>().ToDictionary(option => option.Value, option => option.Label);
    }

    public static string Title<T>(this T value) where T : struct, Enum => Of<T>.Titles[value.ToString()];

    /// <summary>The single flags of a set, in their order.</summary>
    public static IEnumerable<T> Each<T>(this T set) where T : struct, Enum =>
        Enum.GetValues<T>().Where(flag => Convert.ToInt64(flag, null) != 0 && set.HasFlag(flag));

    /// <summary>The flags of a set as words of a sentence: "step-free way in, lift".</summary>
    public static string Listed<T>(this T set) where T : struct, Enum => string.Join(", ", set.Each().Select(flag => Time.Spoken.InSentence(flag.Title())));

    public static T Joined<T>(IEnumerable<T> flags) where T : struct, Enum => (T)Enum.ToObject(typeof(T), flags.Aggregate(0, (set, flag) => set | Convert.ToInt32(flag, null)));

    /// <summary>The options of a set of flags, without "none".</summary>
    public static IReadOnlyList<Option> Options<T>() where T : struct, Enum => [.. Option.From<T>().Where(option => Convert.ToInt64(Enum.Parse<T>(option.Value), null) != 0)];
}
