using Lapwing.Access;
using Lapwing.Data;

namespace Lapwing.Web;

/// <summary>A part of a case file that one can go to. The file's navigation shows those that this version has pages for and the member's jobs permit.</summary>
/// <param name="Path">After the file's address; without one it is the file's first page.</param>
public sealed record FileSection(string Title, string Path, Permission Permission = Permission.WorkCases)
{
    public static IReadOnlyList<FileSection> All { get; } =
    [
        new("Overview", ""),
        new("People", "people"),
        new("Contact", "contact"),
        new("Risk", "risk"),
        new("Plan", "plan"),
        new("Notes", "timeline"),
        new("Documents", "documents"),
        new("Orders", "orders"),
        new("Outcomes", "outcomes"),
        new("Groups", "groups"),
        new("Safe accommodation", "accommodation"),
        new("Place", "place"),
        new("Who may know", "access"),
        new("Hand over", "handover"),
    ];

    public string UrlOf(string partnership, Id<CaseFile> file) => Path.Length == 0 ? $"/{partnership}/files/{file}" : $"/{partnership}/files/{file}/{Path}";

    public static IEnumerable<FileSection> For(Viewer viewer, EndpointDataSource endpoints)
    {
        var there = Place.PathsOf(endpoints);
        return All.Where(section => viewer.May(section.Permission) && there.Contains(section.Path.Length == 0 ? "files/{file}" : "files/{file}/" + section.Path));
    }
}
