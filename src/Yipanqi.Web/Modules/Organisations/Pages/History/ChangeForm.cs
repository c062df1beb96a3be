using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Organisations.History;

namespace Yipanqi.Web.Modules.Organisations.Pages.History;

/// <summary>The fields of a change of units as they were posted.</summary>
public sealed class ChangeForm
{
    public int Version { get; set; }

    public string? Day { get; set; }

    public string? Basis { get; set; }

    public string? Note { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Kind { get; set; }

    public Picked? Target { get; set; }

    public UnitChangeBasis ToBasis() => new(Version, Trim(Day), Trim(Basis), Trim(Note));

    public static string Trim(string? text) => text?.Trim() ?? "";
}
