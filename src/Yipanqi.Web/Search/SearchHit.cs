namespace Yipanqi.Web.Search;

/// <summary>A subject that was found and may be seen.</summary>
public sealed class SearchHit
{
    public Guid Id { get; init; }

    public int Place { get; init; }

    public string Title { get; set; } = "";

    /// <summary>The short name, where there is one.</summary>
    public string Alias { get; init; } = "";

    public string Code { get; set; } = "";

    /// <summary>What tells it from others of the same name: its parent, the person's post.</summary>
    public string Note { get; init; } = "";

    /// <summary>The unit it belongs to, where its own page is that of the unit.</summary>
    public Guid PlaceId { get; init; }

    /// <summary>Among equally good hits the lowest comes first: the higher unit, the later quarter.</summary>
    public int Order { get; init; }

    /// <summary>Then by this, byte by byte.</summary>
    public string SortKey { get; init; } = "";

    public string Href { get; set; } = "";

    /// <summary>The code itself, the whole name, a name that begins so, then by where the first word stands.</summary>
    public int RankFor(string text)
    {
        bool Is(string known) => known.Length > 0 && string.Equals(known, text, StringComparison.OrdinalIgnoreCase);
        bool Begins(string known) => known.StartsWith(text, StringComparison.OrdinalIgnoreCase);
        return Place == 0 || Is(Code) ? 0 : Is(Title) || Is(Alias) ? 1 : Begins(Title) || Begins(Alias) ? 2 : 3 + Place;
    }
}
