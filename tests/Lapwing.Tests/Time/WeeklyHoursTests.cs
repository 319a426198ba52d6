using System.Globalization;
using System.Text.Json;
using Lapwing.Time;

namespace Lapwing.Tests.Time;

public sealed class WeeklyHoursTests
{
    [Theory]
    [InlineData("mon-wed 09:00-17:00, Sat 10:00-24:00", "Mon-Wed 09:00-17:00, Sat 10:00-24:00")]
    [InlineData("Mon 09:00-17:00,Tue 09:00-17:00", "Mon-Tue 09:00-17:00")]
    [InlineData("Mon 13:00-17:00, Mon 09:00-12:00", "Mon 09:00-12:00, Mon 13:00-17:00")]
    [InlineData("Mon-Sun 00:00-24:00", "Mon-Sun 00:00-24:00")]
    [InlineData("Mon 09:00-12:00, Mon 12:00-13:00", "Mon 09:00-12:00, Mon 12:00-13:00")]
    public void Hours_are_read_and_printed_in_one_form(string typed, string printed)
    {
        var hours = WeeklyHours.Parse(typed);
        Assert.Equal(printed, hours.ToString());
        Assert.Equal(hours, WeeklyHours.Parse(printed));
        Assert.Equal(hours, JsonSerializer.Deserialize<WeeklyHours>(JsonSerializer.Serialize(hours)));
    }

    [Theory]
    [InlineData("2023-06-03 23:59", true)]
    [InlineData("2023-06-04 00:00", false)]
    [InlineData("2023-06-05 09:00", true)]
    [InlineData("2023-06-05 12:00", false)]
    [InlineData("2023-06-05 08:59", false)]
    public void An_instant_is_placed_on_the_London_clock(string london, bool inside) =>
        Assert.Equal(inside, WeeklyHours.Parse("Mon 09:00-12:00, Sat 10:00-24:00").Contains(LondonTime.ToUtc(DateTime.Parse(london, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("")]
    [InlineData("Mon")]
    [InlineData("Mon 9-5")]
    [InlineData("Mon 17:00-09:00")]
    [InlineData("Mon 09:00-09:00")]
    [InlineData("Moon 09:00-17:00")]
    [InlineData("Fri-Mon 09:00-17:00")]
    [InlineData("Mon-Tue-Wed 09:00-17:00")]
    [InlineData("Mon-Fri 09:00-17:00, Tue 10:00-11:00")]
    [InlineData("Mon 22:00-24:00, Mon 23:00-23:30")]
    public void Hours_that_cannot_be_right_are_refused(string text)
    {
        Assert.Throws<FormatException>(() => WeeklyHours.Parse(text));
        Assert.False(WeeklyHours.TryParse(text, null, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<WeeklyHours>(JsonSerializer.Serialize(text)));
    }
}
