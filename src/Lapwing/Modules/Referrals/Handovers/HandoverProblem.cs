namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>Why a letter between partnerships was not taken, or not yet: stable codes for the inbox log and the sender, with the words for a page.</summary>
public static class HandoverProblem
{
    public const string UnknownSender = "unknown-sender", WrongCertificate = "wrong-certificate", Altered = "altered", Late = "late", Future = "from-the-future", WrongReceiver = "wrong-receiver",
        Unreadable = "unreadable", NotAcceptable = "not-acceptable", Expired = "expired", Recalled = "recalled", RecallFirst = "recall-first", Decided = "decided-already", UnknownPackage = "unknown-package",
        OutOfOrder = "out-of-order", Unreached = "unreached", BadReceipt = "bad-receipt", PartnerEnded = "partner-ended", AtTheDoor = "at-the-door", Repeated = "repeated", None = "";

    public static string Title(string code) => code switch
    {
        None => "Taken",
        UnknownSender => "The sender is not one of the confirmed partners",
        WrongCertificate => "The connection's certificate is not that of the partner",
        Altered => "It was altered on the way, or not signed by the partner",
        Late => "It came later than it may",
        Future => "It is dated in the future: the clocks differ",
        WrongReceiver => "It was meant for somebody else",
        Unreadable => "It could not be read",
        NotAcceptable => "What is in it is not acceptable",
        Expired => "Its time had run out",
        Recalled => "It was taken back before it arrived",
        RecallFirst => "The recall came before the package",
        Decided => "It had been accepted already",
        UnknownPackage => "Nothing of it is known here",
        OutOfOrder => "A later status had arrived before",
        Unreached => "They cannot be reached",
        BadReceipt => "Their receipt was not signed by them",
        PartnerEnded => "They are no longer a partner",
        AtTheDoor => "They refused it at the door: we are not confirmed there yet, or the clocks differ",
        Repeated => "It had arrived before; the first receipt was given again",
        _ => code,
    };
}
