namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>Which snapshot the address asks for, as ?quarter=2026Q3 and preview=true; nothing asked is the newest published quarter.</summary>
public sealed record AskedQuarter(Quarter? Quarter, bool Preview)
{
    public static AskedQuarter Read(string? quarter, bool preview) => new(Assessment.Quarter.Parse(quarter), preview);

    /// <summary>The same snapshot at another address; takes a query and a fragment that stand in it already.</summary>
    public string At(string address)
    {
        var asked = (Quarter, Preview) switch
        {
            ({ } quarter, true) => $"quarter={quarter}&preview=true",
            ({ } quarter, false) => $"quarter={quarter}",
            (null, true) => "preview=true",
            _ => "",
        };
        if (asked.Length == 0)
        {
            return address;
        }

        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{asked}{fragment}";
    }
}
