namespace Yipanqi.Web.Modules.Responsibilities.Pages;

/// <summary>What the forms of the lists' pages send.</summary>
public sealed class ListForm
{
    public string? Shipped { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Basis { get; set; }

    public string? Year { get; set; }

    public int Version { get; set; }

    public string? Note { get; set; }

    public string? Passed { get; set; }

    public string? EffectiveDay { get; set; }

    public static string Trim(string? text) => text?.Trim() ?? "";
}
