using Lapwing.Design;

namespace Lapwing.Modules.Accommodation;

/// <summary>How the codes of this module are said: each as its enum displays it.</summary>
public static class AccommodationWords
{
    private static class Said<TCode> where TCode : struct, Enum
    {
        public static readonly Dictionary<string, string> Titles = Option.From<TCode>().ToDictionary(option => option.Value, option => option.Label);
    }

    public static string Title<TCode>(this TCode value) where TCode : struct, Enum => Said<TCode>.Titles[value.ToString()];

    /// <summary>The single flags of a set, in their order.</summary>
    public static IEnumerable<TCode> Each<TCode>(this TCode set) where TCode : struct, Enum =>
        Enum.GetValues<TCode>().Where(flag => Convert.ToInt64(flag, null) != 0 && set.HasFlag(flag));

    /// <summary>The flags of a set as words of a sentence: "step-free way in, lift".</summary>
    public static string Listed<TCode>(this TCode set) where TCode : struct, Enum => string.Join(", ", set.Each().Select(flag => Time.Spoken.InSentence(flag.Title())));

    public static TCode Joined<TCode>(IEnumerable<TCode> flags) where TCode : struct, Enum => (TCode)Enum.ToObject(typeof(TCode), flags.Aggregate(0, (set, flag) => set | Convert.ToInt32(flag, null)));

    /// <summary>The options of a set of flags, without "none".</summary>
    public static IReadOnlyList<Option> Options<TCode>() where TCode : struct, Enum => [.. Option.From<TCode>().Where(option => Convert.ToInt64(Enum.Parse<TCode>(option.Value), null) != 0)];
}
