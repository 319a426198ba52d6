using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Modules.Directory;
using Lapwing.Time;

namespace Lapwing.Demonstration;

/// <summary>What happens in the safe accommodation of one demonstration partnership, in order of time, through the same verbs as the pages.</summary>
internal sealed class AccommodationLife(PartnershipDb db, Act act, Service provider, Service other)
{
    private static readonly string[] CodeNames =
    [
        "Amber Bittern", "Blue Chough", "Copper Dunlin", "Golden Egret", "Green Fulmar", "Grey Godwit", "Indigo Harrier", "Ivory Jackdaw", "Red Kestrel", "Silver Linnet", "Violet Martin", "White Nightjar",
        "Amber Osprey", "Blue Petrel", "Copper Plover", "Golden Redwing", "Green Shrike", "Grey Siskin", "Indigo Skylark", "Ivory Teal", "Red Tern", "Silver Turnstone", "Violet Whinchat", "White Wigeon",
    ];

    private readonly List<SafeUnit> units = [];
    private readonly PriorityQueue<(SafeStay Stay, SafeUnit Unit, int Number), DateTime> leaving = new();

    private Act At(DateTime at) => act with { At = Storage.Whole(at) };

    public void AddUnits()
    {
        for (var n = 0; n < CodeNames.Length; n++)
        {
            var type = (n % 8) switch { 0 or 1 or 2 or 3 => UnitType.Refuge, 4 => UnitType.Specialist, 5 => UnitType.Dispersed, 6 => UnitType.SecondStage, _ => UnitType.OtherEmergency };
            var by = n % 3 == 2 ? other : provider;
            var unit = SafeUnit.Add(act, CodeNames[n], by.Provider, by.Team, new()
            {
                Type = type, Standing = n % 3 == 2 ? ProviderStanding.LocalHousingAuthority : ProviderStanding.DomesticAbuseCharity,
                Premises = type is UnitType.Dispersed or UnitType.SecondStage ? Premises.SelfContained : Premises.SharedInOwnBuilding,
                Spaces = 3 + n % 4, MaxPeople = 2 + n % 4, For = n == 13 ? UnitFor.Men : n % 7 == 6 ? UnitFor.Anybody : UnitFor.Women, YoungestAdult = n % 5 == 0 ? 16 : 18, TakesChildren = n != 4,
                BoysUpTo = type == UnitType.Dispersed ? null : 10 + n % 5, Access = n % 4 == 0 ? AccessNeeds.StepFree | AccessNeeds.Wheelchair : AccessNeeds.None, Pets = n % 6 == 5 ? PetKinds.Small | PetKinds.Cat : PetKinds.None,
                TakesNoRecourse = n % 5 == 1, Support = n % 3 == 0 ? SupportNeeds.MentalHealth : type == UnitType.Specialist ? SupportNeeds.MentalHealth | SupportNeeds.Alcohol | SupportNeeds.Drugs : SupportNeeds.None,
                Specialism = type == UnitType.Specialist ? n % 2 == 0 ? Specialism.BlackAndMinoritised : Specialism.ComplexNeeds : Specialism.None, IsCommissioned = n % 6 != 5,
            });
            units.Add(unit);
            // A part of London where there are at least five of them.
            var borough = (n % 4) switch { 0 => "E09000003", 1 => "E09000002", 2 => "E09000008", _ => "E09000025" };
            db.AddRange(unit, UnitLocation.Record(act, db, unit, $"{n + 1} Madeup Lane, ZZ{n % 9 + 1} 1ZZ", borough), unit.SayVacancies(act, 2));
        }
    }

    public void Enquire(int number, DateTime at)
    {
        var enquiry = SafeEnquiry.Take(At(at), db.Session.Index, provider.Team, (EnquiryFrom)(number % 4), NeedsOf(number), []);
        db.Add(enquiry);
        if (number % 4 == 0)
        {
            enquiry.Refer(At(at.AddHours(1)));
            return;
        }
        enquiry.TurnAway(At(at.AddHours(1)));
        db.Add(TurnAway.Record(At(at.AddHours(1)), enquiry.AsTurnedAway, null, ReasonOf(number)));
    }

    /// <summary>A household asks: of five, two move in, two are turned away, one stays at home behind a stronger door.</summary>
    public async Task AskAsync(Id<CaseFile> file, int number, DateTime at, DateTime until, CancellationToken ct)
    {
        var (household, key) = (await HouseholdOfFile.ReadAsync(db, file, ct), await db.KeyOfAsync(file, ct));
        var request = SafeRequest.Make(At(at), key, household.Person, provider.Team, household.Household, household.Codes, NeedsOf(number), number % 4 == 0 ? ["E09000002"] : []);
        db.Add(request);
        if (number % 6 == 0)
            db.Add(HousingDuty.Record(At(at.AddDays(1)), key, household.Person.Id, HousingDutyBy.DutyToRefer, LondonTime.DateOf(at), "A made-up council", DutyOwed.Relief, PriorityNeed.DomesticAbuse, LondonTime.DateOf(at.AddDays(1)), null));
        if (number % 5 is 0 or 3 && at.AddDays(3) < until && FreeUnit(request) is { } unit)
            MoveIn(request, unit, household, number, at);
        else if (number % 5 is 2)
            Fit(request, household, key, at, until);
        else
        {
            db.Add(TurnAway.Record(At(at.AddHours(3)), request.AsTurnedAway, units[number % units.Count].Id, ReasonOf(number)));
            request.End(At(at.AddHours(4)));
        }
    }

    /// <summary>Those whose day has come leave, and the provider says a day later that the space can be let again.</summary>
    public void MoveOnUntil(DateTime at)
    {
        while (leaving.TryPeek(out var next, out var day) && day < at)
        {
            leaving.Dequeue();
            var moved = At(day);
            next.Stay.MoveOn(moved, next.Unit, LondonTime.DateOf(day), (MoveOnTo)(next.Number % 9), (StayEnd)(next.Number % 6));
            if (next.Unit.Vacant + next.Unit.Occupied < next.Unit.Spaces)
                db.Add(next.Unit.SayVacancies(moved, next.Unit.Vacant + 1));
        }
    }

    /// <summary>What is open on the day on which the demonstration is made: fresh numbers, a hold that waits for an answer, an offer, and an enquiry.</summary>
    public async Task TodayAsync(IReadOnlyList<Id<CaseFile>> files, DateTime now, CancellationToken ct)
    {
        foreach (var unit in units)
            db.Add(unit.SayVacancies(At(now.AddHours(-3)), Math.Min(unit.Vacant, unit.Spaces - unit.Occupied)));
        for (var n = 0; n < files.Count; n++)
        {
            var (household, key) = (await HouseholdOfFile.ReadAsync(db, files[n], ct), await db.KeyOfAsync(files[n], ct));
            var request = SafeRequest.Make(At(now.AddHours(-2)), key, household.Person, provider.Team, household.Household, household.Codes, NeedsOf(n), []);
            db.Add(request);
            if (n < 2 && FreeUnit(request) is { } unit && Held(request, unit, At(now.AddHours(-1)), now.AddHours(20)) is { } claim && n == 1)
                claim.Offer(At(now));
        }
        db.Add(SafeEnquiry.Take(At(now.AddMinutes(-40)), db.Session.Index, provider.Team, EnquiryFrom.Helpline, NeedsOf(3), []));
    }

    private void MoveIn(SafeRequest request, SafeUnit unit, HouseholdOfFile household, int number, DateTime at)
    {
        var claim = Held(request, unit, At(at.AddHours(1)), at.AddHours(9));
        claim.Offer(At(at.AddHours(2)));
        claim.Accept(At(at.AddHours(3)));
        var moving = At(at.AddDays(1));
        var stay = SafeStay.MoveIn(moving, request, claim, unit, household.Person, LondonTime.DateOf(moving.At));
        request.Place(moving);
        db.AddRange(stay, claim.MoveIn(moving, unit));
        stay.BeginSupport(moving, act.Who.Member);
        leaving.Enqueue((stay, unit, number), Storage.Whole(at.AddDays(25 + number % 5 * 9)));
    }

    private void Fit(SafeRequest request, HouseholdOfFile household, FileKey key, DateTime at, DateTime until)
    {
        request.End(At(at.AddHours(2)));
        var works = SanctuaryWorks.Ask(At(at), request.CaseFile, household.Person.Id, household.Household, household.Codes, false, LondonTime.DateOf(at));
        db.Add(works);
        if (at.AddDays(9) >= until)
            return;
        DateOnly Day(int days) => LondonTime.DateOf(at.AddDays(days));
        works.Survey(At(at.AddDays(2)), key, Day(2), "The frame of the front door is weak.");
        works.Agree(At(at.AddDays(4)), Day(4), SanctuaryMeasures.Locks | SanctuaryMeasures.Door | SanctuaryMeasures.Letterbox, true);
        works.Fit(At(at.AddDays(8)), Day(8), SanctuaryMeasures.Locks | SanctuaryMeasures.Door, Day(98));
    }

    private UnitClaim Held(SafeRequest request, SafeUnit unit, Act when, DateTime until)
    {
        var claim = UnitClaim.Hold(when, unit, unit.Held + 1, new(request.AsTurnedAway, HouseholdNeeds.Of(request.Needs), request.Team, until));
        db.Add(claim);
        return claim;
    }

    /// <summary>The next unit with room, whoever it is for: what is made up need not be wise, only possible.</summary>
    private SafeUnit? FreeUnit(SafeRequest request) =>
        units.Where(unit => unit.Free > 0).OrderBy(unit => System.Numerics.BitOperations.PopCount(MatchRules.Against(
            new(unit.Free, unit.MaxPeople, unit.For, unit.YoungestAdult, unit.TakesChildren, unit.BoysUpTo, unit.ChildrenUpTo, unit.Access, unit.Pets, unit.TakesNoRecourse, unit.Support, unit.AreaKey),
            new(HouseholdNeeds.Of(request.Needs))))).ThenByDescending(unit => unit.Free).ThenBy(unit => unit.CodeName, StringComparer.Ordinal).FirstOrDefault();

    private static TurnAwayReason ReasonOf(int number) => (number % 7) switch
    {
        0 or 1 or 2 => TurnAwayReason.NoCapacity, 3 => TurnAwayReason.HouseholdOrChildren, 4 => TurnAwayReason.NoRecourse, 5 => TurnAwayReason.MentalHealthOrSubstances, _ => TurnAwayReason.AreaNotSafe,
    };

    private static HouseholdNeeds NeedsOf(int number) => new()
    {
        Adults = 1, As = number % 11 == 10 ? AskingAs.Man : AskingAs.Woman, Age = 19 + number * 7 % 40,
        Children = [.. Enumerable.Range(0, number % 4).Select(n => new ComingChild((number * 3 + n * 4) % 15, (number + n) % 2 == 0))],
        Access = number % 9 == 8 ? AccessNeeds.StepFree : AccessNeeds.None, Pets = number % 10 == 9 ? PetKinds.Cat : PetKinds.None, NoRecourse = number % 6 == 4,
        Support = number % 5 == 1 ? SupportNeeds.MentalHealth : SupportNeeds.None,
    };
}
