using Lapwing.Time;

namespace Lapwing.Modules.People.Orders;

/// <summary>Where an order stands on a day.</summary>
public enum OrderStanding { NotYet, InForce, Expired, Discharged }

/// <summary>When an order holds, and when its end is near: the one place that decides it for alerts, lists and reminders.</summary>
public static class OrderRules
{
    /// <summary>From the day on which it was made until the end of its last day; without a last day until further order (Family Law Act 1996, s.42(7));
    /// a discharge ends it on its day.</summary>
    public static OrderStanding On(DateOnly day, DateOnly issuedOn, DateOnly? endsOn, DateOnly? dischargedOn) =>
        dischargedOn <= day ? OrderStanding.Discharged
        : day < issuedOn ? OrderStanding.NotYet
        : endsOn < day ? OrderStanding.Expired
        : OrderStanding.InForce;

    /// <summary>Whether it ends within so many days, its last day included.</summary>
    public static bool EndsSoon(DateOnly day, DateOnly issuedOn, DateOnly? endsOn, DateOnly? dischargedOn, int reminderDays) =>
        On(day, issuedOn, endsOn, dischargedOn) == OrderStanding.InForce && endsOn <= day.AddDays(reminderDays);

    public static string Title(this OrderStanding standing) => standing switch
    {
        OrderStanding.NotYet => "Not yet in force",
        OrderStanding.InForce => "In force",
        OrderStanding.Expired => "Ended",
        OrderStanding.Discharged => "Discharged",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    /// <summary>Until when, in words.</summary>
    public static string UntilWords(DateOnly? endsOn) => endsOn is { } end ? $"until {Spoken.Day(end)}" : "until further order";
}
