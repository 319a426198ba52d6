using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Places.Work;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>What crosses the sides of a matter: recorded, for a purpose, and without place or contact.</summary>
[Permit(Permission.WorkCases)]
public sealed class ExchangeModel(Here here, PartnershipDb db, Crossing crossing) : PageModel, IShowAgain
{
    private const int PageSize = 25;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    [BindProperty]
    public ExchangePurpose? Purpose { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public int Pages { get; private set; }
    public bool IsOneOfTheTwo { get; private set; }
    public FileKey Key { get; private set; } = null!;
    public IReadOnlyList<SideExchange> Exchanges { get; private set; } = [];
    public IReadOnlyList<Option> Purposes { get; } = [.. Enum.GetValues<ExchangePurpose>().Select(p => new Option(p.ToString(), p.Title()))];
    public string Partnership => here.Address;

    private IReadOnlyDictionary<Id<Member>, string> names = new Dictionary<Id<Member>, string>();

    public string UrlOf(int number) => Url(here.Address, Id) + (number > 1 ? $"?number={number}" : "");

    public static new string Url(string partnership, Id<CaseFile> file) => FilePlaceModel.Url(partnership, file) + "/exchange";

    public string NameOf(Id<Member> member) => names.GetValueOrDefault(member, "a former member");

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Purpose is null || !Enum.IsDefined(Purpose.Value))
            ModelState.AddModelError(nameof(Purpose), "Choose the purpose");
        if (string.IsNullOrWhiteSpace(Words) || Words.Length > SideExchange.WordsLimit)
            ModelState.AddModelError(nameof(Words), "Write what the other side should know, in 5,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        await crossing.SendAsync(here.Act("exchange.send", "telling the other side of a matter"), Id, Purpose!.Value, Words!, Once ?? Guid.CreateVersion7(), ct);
        TempData["Done"] = "The other side has it.";
        return Redirect(Url(here.Address, Id));
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var (id, file) = (Id, await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == Id, ct));
        Key = await db.KeyOfAsync(Id, ct);
        IsOneOfTheTwo = await Crossing.TurnOfAsync(db, file, ct) is not null;
        var all = db.SideExchanges.AsNoTracking().Where(e => e.CaseFile == id);
        Pages = (await all.CountAsync(ct) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Exchanges = await all.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var who = Exchanges.Select(e => e.By).Distinct().ToArray();
        names = await db.Members.AsNoTracking().Where(m => who.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
    }
}
