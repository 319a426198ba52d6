namespace Lapwing.Access;

/// <summary>In what two people can be alike.</summary>
public enum LikenessKind { Name, SoundPair, Born, SoundAndBorn, Phone, Email }

/// <summary>How far a person in a file is like a member, or somebody whom a member knows.</summary>
/// <param name="Names">Parts of the name that are the same, letter for letter.</param>
/// <param name="SoundsAlike">Two parts of the name sound alike.</param>
/// <param name="Born">The same birth date, or one with day and month swapped.</param>
/// <param name="SoundsAndBorn">Parts of the name that sound alike, with that birth date.</param>
/// <param name="BirthDatesKnown">Both birth dates are known, so that different ones tell two people apart.</param>
public sealed record Likeness(int Names = 0, bool SoundsAlike = false, bool Born = false, int SoundsAndBorn = 0, bool Phone = false, bool Email = false, bool BirthDatesKnown = false);

/// <summary>What a likeness is worth.</summary>
public enum LikenessVerdict { None, Likely, Sure }

/// <summary>When a likeness raises a wall: at once, or as a suspicion that hides until a guardian has decided. Names alone do not make two people one; a birth
/// date, a telephone or an e-mail address beside a name does. Threat case 1 asks to fail closed, so that a likely one hides too.</summary>
public static class ConflictRules
{
    public static LikenessVerdict Of(Likeness like)
    {
        if (like.Born && like.Names >= 2)
            return LikenessVerdict.Sure;
        if ((like.Phone || like.Email) && (like.Names >= 1 || like.SoundsAndBorn >= 1))
            return LikenessVerdict.Sure;
        if (like.Phone || like.Email)
            return LikenessVerdict.Likely;
        if (like.SoundsAndBorn >= 2 || (like.Born && like.Names >= 1))
            return LikenessVerdict.Likely;
        return !like.BirthDatesKnown && (like.Names >= 2 || like.SoundsAlike) ? LikenessVerdict.Likely : LikenessVerdict.None;
    }
}
