using Microsoft.AspNetCore.WebUtilities;

namespace Yipanqi.Web.Shell.Tables;

/// <summary>The address of a list with its filters, order and page. Every change keeps the rest; a new filter or order starts at page 1.</summary>
public sealed class ListAddress
{
    private const string SortName = "sort";
    private const string PageName = "page";
    private readonly string path;

    private ListAddress(string path, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        this.path = path;
        Values = values;
    }

    public string Path => path;

    public IReadOnlyList<KeyValuePair<string, string>> Values { get; }

    /// <summary>Filters and order without the page, as a query without its question mark.</summary>
    public string Query => At("").Href.TrimStart('?');

    /// <summary>The column the list is sorted by, without the minus that means descending.</summary>
    public string? Sort => this[SortName]?.TrimStart('-');

    public bool Descending => this[SortName]?.StartsWith('-') == true;

    /// <summary>The page asked for, at least 1; Paging cuts it to those that exist.</summary>
    public int Page => int.TryParse(this[PageName], out var page) && page > 0 ? page : 1;

    public string Href => QueryHelpers.AddQueryString(path, Values.Select(v => new KeyValuePair<string, string?>(v.Key, v.Value)));

    public string? this[string name] => Values.FirstOrDefault(v => v.Key == name).Value;

    /// <summary>Reads an absolute or relative address; empty values are left out.</summary>
    public static ListAddress From(string uri)
    {
        var relative = Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && !absolute.IsFile ? absolute.PathAndQuery : uri;
        var cut = relative.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(cut < 0 ? "" : relative[cut..]);
        var values = query.SelectMany(q => q.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => new KeyValuePair<string, string>(q.Key, v!)));
        return new(cut < 0 ? relative : relative[..cut], [.. values]);
    }

    public ListAddress With(string name, string? value)
    {
        var kept = Values.Where(v => v.Key != name && v.Key != PageName);
        return new(path, string.IsNullOrEmpty(value) ? [.. kept] : [.. kept, new(name, value)]);
    }

    public ListAddress WithPage(int page) => With(PageName, page <= 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The address that sorts by this column, or turns the order round if it is sorted by it already.</summary>
    public ListAddress SortedBy(string key, bool descendingFirst) =>
        With(SortName, (Sort == key ? !Descending : descendingFirst) ? "-" + key : key);

    /// <summary>The same filters and order at another path, from page 1: for exports.</summary>
    public ListAddress At(string otherPath) => new(otherPath, [.. Values.Where(v => v.Key != PageName)]);
}
