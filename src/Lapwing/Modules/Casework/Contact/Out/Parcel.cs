using Lapwing.Modules.People;

namespace Lapwing.Modules.Casework.Contact.Out;

/// <summary>A message as it leaves: where to, and the same neutral words for everybody.</summary>
/// <param name="Key">Of the dispatch: a carrier that knows it already does not carry it again.</param>
/// <param name="Appointment">When the calendar entry is, in UTC.</param>
internal sealed record Parcel(string To, string Subject, string Line, string Link, Guid Key, DateTime At, DateTime? Appointment = null, string AppointmentTitle = "")
{
    /// <summary>Never where to.</summary>
    public override string ToString() => $"(message {Key:N})";
}

/// <summary><c>Sent</c>: taken. <c>Refused</c>: the carrier said no and will say no again. <c>Unreached</c>: nothing was handed over, so it may be tried again. <c>Unsure</c>: handed over and not answered.</summary>
internal enum Carried { Sent, Refused, Unreached, Unsure }

/// <summary>Somebody outside who carries messages: the one place in which the program talks to them.</summary>
internal interface ICarrier
{
    bool Carries(ContactChannel channel);

    /// <param name="verdict">The guard's, for this very moment; one that refuses is a bug and throws.</param>
    Task<Carried> CarryAsync(Verdict verdict, Parcel parcel, CancellationToken ct);
}
