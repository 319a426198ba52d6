using System.Text.RegularExpressions;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts;

/// <summary>Founds the first partnership with its lead agency, its front door and its first administrator.</summary>
public sealed partial class FirstPartnership(Partnerships partnerships, TimeProvider time)
{
    public sealed record Answers
    {
        public string? Name { get; init; }
        public string? Address { get; init; }
        public string? Agency { get; init; }
        public string? FrontDoor { get; init; } = "Front door";
        public string? Telephone { get; init; }
    }

    /// <summary>Names that addresses of the program itself begin with, and the house's own database.</summary>
    private static readonly string[] Taken = ["house", "account", "sign-in", "sign-out", "invitation", "status", "fault", "health", "assets", "refer", "public"];

    public async Task<List<(string Field, string Message)>> ProblemsAsync(Answers answers, CancellationToken ct)
    {
        var problems = new List<(string, string)>();
        void Check(string? value, string field, string message, int limit)
        {
            if (string.IsNullOrWhiteSpace(value))
                problems.Add((field, message));
            else if (value.Length > limit)
                problems.Add((field, $"This must be {limit} characters or less"));
        }
        Check(answers.Name, nameof(Answers.Name), "Enter the partnership's name", 200);
        Check(answers.Agency, nameof(Answers.Agency), "Enter your own agency", Agency.NameLimit);
        Check(answers.FrontDoor, nameof(Answers.FrontDoor), "Enter the name of the front door team", Agency.NameLimit);
        Check(answers.Telephone, nameof(Answers.Telephone), "Enter the telephone of the front door team", Team.TelephoneLimit);
        if (answers.Address is null || !AddressName().IsMatch(answers.Address))
            problems.Add((nameof(Answers.Address), "Enter an address name of 3 to 40 small letters, figures and hyphens, like barking-and-dagenham"));
        else if (Taken.Contains(answers.Address) || (await partnerships.AllAsync(ct)).Any(p => p.Address == answers.Address))
            problems.Add((nameof(Answers.Address), "This address name is taken. Choose another"));
        return problems;
    }

    public async Task FoundAsync(Answers answers, Account administrator, CancellationToken ct)
    {
        await partnerships.FoundAsync(answers.Address!, answers.Name!.Trim(), isDemonstration: false, ct);
        await using var db = await partnerships.OpenAsSystemAsync(answers.Address!, "founding", ct);
        if (await db.Members.AnyAsync(ct))
            return;
        var act = new Act(db.Viewer, Storage.Whole(time.GetUtcNow().UtcDateTime), "partnership.found", "the first administrator sets the partnership up");
        var agency = Agency.Add(act, answers.Agency!.Trim(), AgencyKind.Council);
        db.Agencies.Add(agency);
        db.Teams.Add(Team.Add(act, agency.Id, answers.FrontDoor!.Trim(), answers.Telephone!.Trim(), isFrontDoor: true));
        db.Members.Add(Member.Join(act, administrator.Id, administrator.FullName, agency.Id, Job.Administrator));
        await db.SaveAsync(act, ct);
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){1,38}[a-z0-9]$")]
    private static partial Regex AddressName();
}
