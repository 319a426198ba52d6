using System.Security.Cryptography;
using System.Text;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Jobs;

public enum JobState { Queued, Running, Done, Failed }

/// <summary>Work that outlives a request: a row in the partnership's database, enqueued in the caller's transaction.
/// Whoever runs it holds a lease; a lease that ran out is taken again, so every job is idempotent.</summary>
public sealed class QueuedJob
{
    private QueuedJob() { }

    public const int Attempts = 5;
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public Id<QueuedJob> Id { get; private set; }

    /// <summary>The job's class name, such as <c>ImportReferrals</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The id of the record that says what to do; never personal data.</summary>
    public Guid About { get; private set; }
    public Guid AskedBy { get; private set; }
    public DateTime AskedAt { get; private set; }
    public JobState State { get; private set; }
    public int Tries { get; private set; }
    public DateTime RunAfter { get; private set; }
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>0 to 100, shown on the page that waits.</summary>
    public int Progress { get; private set; }
    public string Message { get; private set; } = "";
    public int Version { get; private set; }

    /// <param name="runAfter">Not before then; at once when not given.</param>
    public static QueuedJob Ask(string kind, Guid about, Guid askedBy, DateTime now, DateTime? runAfter = null) =>
        new() { Id = Id<QueuedJob>.New(), Kind = kind, About = about, AskedBy = askedBy, AskedAt = now, RunAfter = runAfter ?? now };

    /// <summary>The run of one night. Its number is made from what it is and when it is due, so that several programs plan it once.</summary>
    public static QueuedJob OfNight(Nightly nightly, DateTime due, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(nightly);
        var number = SHA256.HashData(Encoding.UTF8.GetBytes($"{nightly.Kind} {due:O}"));
        return new() { Id = new(new Guid(number.AsSpan(0, 16))), Kind = nightly.Kind, AskedAt = now, RunAfter = due };
    }

    public void Take(DateTime now) => (State, Tries, LeaseUntil, Version) = (JobState.Running, Tries + 1, now + Lease, Version + 1);

    public void Report(DateTime now, int progress, string message) =>
        (Progress, Message, LeaseUntil, Version) = (progress, message, now + Lease, Version + 1);

    public void Finish(string message) => (State, Progress, Message, LeaseUntil, Version) = (JobState.Done, 100, message, null, Version + 1);

    /// <summary>Tries again later, or gives up and says so.</summary>
    public void Fail(DateTime now, string message)
    {
        State = Tries >= Attempts ? JobState.Failed : JobState.Queued;
        (Message, RunAfter, LeaseUntil, Version) = (message, now + TimeSpan.FromSeconds(5 * Math.Pow(3, Tries)), null, Version + 1);
    }
}

internal sealed class QueuedJobMapping : IEntityTypeConfiguration<QueuedJob>
{
    public void Configure(EntityTypeBuilder<QueuedJob> job)
    {
        job.Property(j => j.Kind).HasMaxLength(60);
        job.Property(j => j.Message).HasMaxLength(500);
        job.Property(j => j.Version).IsConcurrencyToken();
        job.HasIndex(j => new { j.State, j.RunAfter });
    }
}
