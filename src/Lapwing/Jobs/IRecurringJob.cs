namespace Lapwing.Jobs;

/// <summary>Work that comes round by itself in every partnership. Whoever works asks for it when it is time and nobody has.</summary>
public interface IRecurringJob : IJob
{
    TimeSpan Every { get; }
}
