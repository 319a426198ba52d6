using Lapwing.Modules.People;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>What is to go out: through which channel and at what UTC instant.</summary>
/// <param name="NeedsDestination">It is sent by the program, so that it must be said where to. A call that was made elsewhere may be logged without.</param>
public sealed record Going(ContactChannel Channel, DateTime At, bool NeedsDestination = true);

/// <summary>A number or e-mail address as the guard sees it: never the value itself.</summary>
/// <param name="IsOthers">The other party of the matter uses it too, as far as any linked file knows.</param>
public sealed record PointFacts(ContactKind Kind, bool? IsSafe, MethodSafety Safety, DateTime? ConfirmedAt, bool IsEnded = false, bool IsOthers = false, bool IsUnsafeByAnother = false);

/// <summary>An address as the guard sees it: never the address itself.</summary>
/// <param name="IsOthers">The other party of the matter lives or lived there, as far as any linked file knows.</param>
public sealed record PlaceFacts(bool? MayWrite, bool? MayVisit, DateTime? ConfirmedAt, bool IsEnded = false, bool IsOthers = false, bool IsKnownToOther = false);

/// <summary>Everything that the guard decides by, gathered beforehand, so that deciding is a pure function.</summary>
/// <param name="Point">Where it goes, when that is a number or an e-mail address.</param>
/// <param name="Place">Where it goes, when that is an address.</param>
/// <param name="Stated">What the referral said of all ways: decides only where no destination of its own is known.</param>
/// <param name="DoubtfulSince">The last separation, move or the like: what was confirmed before it is not confirmed any more.</param>
/// <param name="Change">What that was, for the sentence.</param>
public sealed record Circumstances(PointFacts? Point = null, PlaceFacts? Place = null, SafeContact? Stated = null, DateTime? StatedAt = null, DateTime? DoubtfulSince = null, SafetyChangeKind? Change = null);
