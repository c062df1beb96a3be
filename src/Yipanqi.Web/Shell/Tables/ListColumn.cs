using Microsoft.AspNetCore.Components;

namespace Yipanqi.Web.Shell.Tables;

/// <summary>One column of a <see cref="ListTable{TRow}"/>.</summary>
/// <param name="Key">Letters and digits; also the name it is sorted by.</param>
public sealed record ListColumn<TRow>(string Key, string Label)
{
    /// <summary>What a cell holds as plain text; <see cref="Draw"/> where it is more.</summary>
    public Func<TRow, string?> Text { get; init; } = _ => null;

    public RenderFragment<TRow>? Draw { get; init; }

    /// <summary>A head of its own instead of the label: the whole th.</summary>
    public RenderFragment? Head { get; init; }

    /// <summary>Names the row; always shown.</summary>
    public bool IsHead { get; init; }

    /// <summary>The list can be sorted by it.</summary>
    public bool Sorts { get; init; }

    public bool Numeric { get; init; }

    /// <summary>The whole width on a phone.</summary>
    public bool Wide { get; init; }

    /// <summary>Not shown unless chosen.</summary>
    public bool IsExtra { get; init; }

    public string? Class { get; init; }

    internal string? CellClass => (Numeric, Wide) switch { (true, _) => $"y-r {Class}".TrimEnd(), (_, true) => $"y-wide {Class}".TrimEnd(), _ => Class };
}
