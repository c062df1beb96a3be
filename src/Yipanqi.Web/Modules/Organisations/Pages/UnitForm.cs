namespace Yipanqi.Web.Modules.Organisations.Pages;

/// <summary>The fields of a unit as they were posted.</summary>
public sealed class UnitForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Kind { get; set; }

    public string? PeerGroup { get; set; }

    public string? IsAssessed { get; set; }

    public string? SortOrder { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; }

    public static UnitForm Of(UnitView view) => new()
    {
        Code = view.Unit.Code,
        Name = view.Unit.Name,
        ShortName = view.Unit.ShortName,
        Kind = view.Unit.Kind,
        PeerGroup = view.Unit.PeerGroup,
        IsAssessed = view.Unit.IsAssessed ? "yes" : "no",
        SortOrder = view.Unit.SortOrder.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Note = view.Unit.Note,
        Version = view.Version,
    };

    public UnitValues ToValues() => new(
        Trim(Name), Trim(ShortName), Trim(Kind), Trim(PeerGroup), IsAssessed == "yes", Trim(SortOrder), Trim(Note));

    internal static string Trim(string? text) => text?.Trim() ?? "";
}
