using System.Globalization;
using System.Xml.Linq;
using Lapwing.Data;
using Lapwing.Design;

namespace Lapwing.Modules.People.Family;

/// <summary>A picture of the family, drawn on the server: a box for each person, generation below generation, and a numbered line for each relationship that stands.
/// The numbers are those of the list beside it, which says the same in words; title and description say it to whoever hears the page.</summary>
public static class FamilyPicture
{
    /// <summary>What a picture can hold and still be read; the list has everybody.</summary>
    public const int MostPeople = 40;

    private const int Width = 760, BoxWidth = 170, BoxHeight = 78, Gap = 20, RowGap = 62, InRow = 4, Characters = 19;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Draw(FamilyOfFile family)
    {
        var people = family.People.Take(MostPeople).ToList();
        var ties = family.Ties.Where(t => t.Stands && people.Any(p => p.Person.Id == t.Relationship.One) && people.Any(p => p.Person.Id == t.Relationship.Other)).ToList();
        var rows = Rows(people, ties);
        var places = Places(rows);
        var height = rows.Count * (BoxHeight + RowGap) + 10;
        var root = new XElement(Svg + "svg", new XAttribute("role", "img"), new XAttribute("aria-labelledby", "family-title family-desc"),
            new XAttribute("viewBox", $"0 0 {Width} {height}"), new XAttribute("width", Width), new XAttribute("height", height),
            new XAttribute("font-family", "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"), new XAttribute("font-size", 15), new XAttribute("fill", "#0b0c0c"),
            new XElement(Svg + "title", new XAttribute("id", "family-title"), "The people of this file and how they are connected"),
            new XElement(Svg + "desc", new XAttribute("id", "family-desc"), CleanText.Of(Described(people, ties))),
            Shape("rect", ("width", Width), ("height", height), ("fill", "#ffffff")));
        var taken = new List<(double X, double Y)>();
        var labels = new List<XElement>();
        foreach (var tie in ties)
        {
            var (from, to) = (Middle(places[tie.Relationship.One]), Middle(places[tie.Relationship.Other]));
            var (line, x, y) = Line(from, to, taken);
            root.Add(line);
            labels.Add(Shape("circle", ("cx", x), ("cy", y), ("r", 13), ("fill", "#ffffff"), ("stroke", "#505a5f"), ("stroke-width", 2)));
            labels.Add(Words(x, y + 5, tie.Number.ToString(CultureInfo.InvariantCulture), bold: true));
        }
        foreach (var person in people)
            root.Add(Box(person, places[person.Person.Id]));
        root.Add(labels);
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The same as the picture, in sentences.</summary>
    public static string Described(IReadOnlyList<FamilyMember> people, IReadOnlyList<FamilyTie> ties) =>
        string.Join(". ", people.Select(p => $"{p.Name}: {p.Role.ToLowerInvariant()}{(p.Homes.Count == 0 ? "" : $"; household: {string.Join(", ", p.Homes)}")}")
            .Concat(ties.Select(t => $"{t.Number}: {t.Sentence}{(t.When.Length == 0 ? "" : " " + t.When)}"))) + ".";

    /// <summary>Generations from above to below, each in rows that fit the width. Whoever is connected to nobody stands with whom the file is about, children below.</summary>
    private static List<List<FamilyMember>> Rows(IReadOnlyList<FamilyMember> people, IReadOnlyList<FamilyTie> ties)
    {
        var level = new Dictionary<Id<Person>, int>();
        foreach (var start in people)
        {
            if (level.ContainsKey(start.Person.Id))
                continue;
            level[start.Person.Id] = start.Person.Role == RoleInFile.Child ? 1 : 0;
            var waiting = new Queue<Id<Person>>([start.Person.Id]);
            while (waiting.TryDequeue(out var at))
                foreach (var tie in ties.Select(t => t.Relationship).Where(r => r.One == at || r.Other == at))
                {
                    var (next, below) = tie.One == at ? (tie.Other, tie.Connection.Generations()) : (tie.One, -tie.Connection.Generations());
                    if (level.TryAdd(next, level[at] + below))
                        waiting.Enqueue(next);
                }
        }
        return [.. people.GroupBy(p => level[p.Person.Id]).OrderBy(g => g.Key).SelectMany(g => g.Chunk(InRow)).Select(row => row.ToList())];
    }

    private static Dictionary<Id<Person>, (double X, double Y)> Places(List<List<FamilyMember>> rows)
    {
        var places = new Dictionary<Id<Person>, (double, double)>();
        for (var row = 0; row < rows.Count; row++)
        {
            var left = (Width - rows[row].Count * (BoxWidth + Gap) + Gap) / 2.0;
            for (var n = 0; n < rows[row].Count; n++)
                places[rows[row][n].Person.Id] = (left + n * (BoxWidth + Gap), RowGap + row * (BoxHeight + RowGap));
        }
        return places;
    }

    private static (double X, double Y) Middle((double X, double Y) place) => (place.X + BoxWidth / 2.0, place.Y + BoxHeight / 2.0);

    /// <summary>A straight line between generations, and within one an arch above the boxes, so that it does not run through whoever stands between.</summary>
    private static (XElement Line, double X, double Y) Line((double X, double Y) from, (double X, double Y) to, List<(double X, double Y)> taken)
    {
        if (from.Y != to.Y)
        {
            var (x, y) = Free(from, to, taken);
            return (Shape("line", ("x1", from.X), ("y1", from.Y), ("x2", to.X), ("y2", to.Y), ("stroke", "#505a5f"), ("stroke-width", 2)), x, y);
        }
        var top = from.Y - BoxHeight / 2.0;
        var (numberX, numberY) = Free((from.X, top - 24), (to.X, top - 24), taken);
        var arch = FormattableString.Invariant($"M{from.X} {top}C{from.X} {top - 32} {to.X} {top - 32} {to.X} {top}");
        return (Shape("path", ("d", arch), ("fill", "none"), ("stroke", "#505a5f"), ("stroke-width", 2)), numberX, numberY);
    }

    /// <summary>A place on the line that no other number has taken and no box covers, beginning in the middle.</summary>
    private static (double X, double Y) Free((double X, double Y) from, (double X, double Y) to, List<(double X, double Y)> taken)
    {
        foreach (var share in (double[])[.5, .42, .58, .35, .65, .28, .72])
        {
            var (x, y) = (from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);
            if (taken.Any(t => Math.Abs(t.X - x) < 26 && Math.Abs(t.Y - y) < 26))
                continue;
            taken.Add((x, y));
            return (x, y);
        }
        taken.Add(((from.X + to.X) / 2, (from.Y + to.Y) / 2));
        return taken[^1];
    }

    private static XElement Box(FamilyMember person, (double X, double Y) place)
    {
        var isSubject = person.Person.Role == RoleInFile.Subject;
        var box = new XElement(Svg + "g", Shape("rect", ("x", place.X), ("y", place.Y), ("width", BoxWidth), ("height", BoxHeight), ("rx", 4), ("fill", isSubject ? "#edf4f2" : "#ffffff"),
            ("stroke", "#0b5a5e"), ("stroke-width", isSubject ? 3 : 1.5), ("stroke-dasharray", person.Person.Role == RoleInFile.SaidToCauseHarm ? "6 4" : "none")));
        var middle = place.X + BoxWidth / 2.0;
        box.Add(Words(middle, place.Y + 24, Short(person.Name), bold: true));
        box.Add(Words(middle, place.Y + 45, Short(person.Person.Role.Title())));
        if (person.Homes.Count > 0)
            box.Add(Words(middle, place.Y + 65, Short(person.Homes[0])));
        return box;
    }

    /// <summary>Cut at a whole character as a reader counts them, so that no accent or joined letter is torn off.</summary>
    private static string Short(string words)
    {
        var ends = StringInfo.ParseCombiningCharacters(words);
        return ends.Length <= Characters ? words : words[..ends[Characters - 1]] + "…";
    }

    private static XElement Words(double x, double y, string words, bool bold = false)
    {
        var text = Shape("text", ("x", x), ("y", y), ("text-anchor", "middle"), ("font-weight", bold ? 700 : 400), ("unicode-bidi", "isolate"));
        text.Add(CleanText.Of(words));
        return text;
    }

    private static XElement Shape(string name, params (string Name, object Value)[] attributes) =>
        new(Svg + name, attributes.Select(a => new XAttribute(a.Name, a.Value is double d ? Math.Round(d, 2).ToString(CultureInfo.InvariantCulture) : a.Value)));
}
