using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>What a list of the reverse check is narrowed to.</summary>
/// <param name="Text">Part of a title, a name or a code.</param>
/// <param name="Unit">Only this unit and what is below it; empty for all.</param>
public sealed record ReverseCheckFilter(string Text, Picked Unit)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "unit.Text", "unit.Id"];

    public bool IsEmpty => Text.Length == 0 && Unit.IsEmpty;

    public static ReverseCheckFilter From(Func<string, string?> value) => new(value("q")?.Trim() ?? "", Picked.From(value, "unit"));
}
