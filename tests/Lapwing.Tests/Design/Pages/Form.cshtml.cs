using System.ComponentModel.DataAnnotations;
using Lapwing.Design;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Tests.Design.Pages;

/// <summary>A page with every kind of field, which only the tests serve.</summary>
[IgnoreAntiforgeryToken]
public sealed class FormModel : PageModel
{
    public static IReadOnlyList<Option> Agencies { get; } = [new("a", "Harbour"), new("b", "Vale")];

    [BindProperty]
    public Answers Input { get; set; } = new();

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid) return Page();
        TempData["Done"] = $"Sent, born {Input.Born:yyyy-MM-dd}";
        return RedirectToPage();
    }

    public enum Level
    {
        Standard,
        VeryHigh,
        [Display(Name = "Heard at MARAC")]
        Marac,
    }

    public sealed class Answers
    {
        [Required(ErrorMessage = "Enter a first name")]
        public string? FirstName { get; set; }

        [Display(Name = "Date of birth"), Required(ErrorMessage = "Enter a date of birth")]
        public DateOnly? Born { get; set; }

        [Required(ErrorMessage = "Say whether it is safe to ring")]
        public string? Safe { get; set; }

        public string? Phone { get; set; }
        public Level? Level { get; set; }
        public List<string> Needs { get; set; } = [];
        public string? Agency { get; set; }
        public string? Notes { get; set; }
        public string? Password { get; set; }
    }
}
