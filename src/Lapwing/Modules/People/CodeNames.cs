using System.Security.Cryptography;

namespace Lapwing.Modules.People;

/// <summary>Words by which a refuge or another protected place is spoken of. Drawn by chance, so that nothing can be concluded from one.</summary>
public static class CodeNames
{
    private static readonly string[] Birds = ["Avocet", "Bittern", "Bunting", "Chough", "Curlew", "Dunlin", "Egret", "Fulmar", "Gannet", "Godwit", "Goldcrest", "Harrier", "Hobby", "Jackdaw",
        "Kestrel", "Knot", "Linnet", "Martin", "Merlin", "Nightjar", "Nuthatch", "Osprey", "Petrel", "Pipit", "Plover", "Redwing", "Sanderling", "Shrike", "Siskin", "Skylark", "Teal", "Tern", "Turnstone", "Whinchat", "Wigeon", "Wren"];

    private static readonly string[] Colours = ["Amber", "Blue", "Copper", "Golden", "Green", "Grey", "Indigo", "Ivory", "Red", "Silver", "Violet", "White"];

    public static string Draw() => $"{Colours[RandomNumberGenerator.GetInt32(Colours.Length)]} {Birds[RandomNumberGenerator.GetInt32(Birds.Length)]}";
}
