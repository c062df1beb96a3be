using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Shell.Views;

/// <summary>What a person keeps for one list: the views saved by name and the columns to show now.</summary>
/// <param name="Columns">Keys of the columns to show; null for those the list shows by itself.</param>
/// <param name="Start">Where to go instead: the default view of a list opened without filters; null to stay.</param>
public sealed record ListView(string List, IReadOnlyList<SavedViewLine> Saved, IReadOnlySet<string>? Columns, string? Start)
{
    /// <summary>Name in the address of the saved view that is open; <see cref="All"/> for none in spite of a default.</summary>
    public const string SavedName = "saved";

    public const string All = "all";

    public static ListView None(string list) => new(list, [], null, null);

    public static ListView Of(string list, IReadOnlyList<SavedViewLine> kept, ListAddress address)
    {
        var saved = kept.Where(v => v.Name.Length > 0).OrderBy(v => v.Name, StringComparer.Ordinal).ToList();
        var open = saved.Find(v => v.Id.ToString() == address[SavedName]);
        var columns = (open ?? kept.FirstOrDefault(v => v.Name.Length == 0))?.Columns ?? "";
        var start = address.Values.Count == 0 ? saved.Find(v => v.IsDefault) : null;
        return new(list, saved, columns.Length == 0 ? null : columns.Split(',').ToHashSet(), start is null ? null : HrefOf(start, address));
    }

    /// <summary>Address of a saved view of the list that <paramref name="address"/> shows.</summary>
    public static string HrefOf(SavedViewLine view, ListAddress address) =>
        ListAddress.From($"{address.Path}?{view.Query}").With(SavedName, view.Id.ToString()).Href;

    /// <summary>Whether a column is shown: as chosen, else as the list has it.</summary>
    public bool Shows(string key, bool usually) => Columns?.Contains(key) ?? usually;
}
