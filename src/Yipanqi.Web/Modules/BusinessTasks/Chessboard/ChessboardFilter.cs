using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Chessboard;

/// <summary>What of the chessboard is shown.</summary>
/// <param name="UnitId">Only tasks led by this unit or one below it.</param>
/// <param name="Party">Only tasks with a fusion point of this Party organisation, or of one below it, that is live on the day; empty for all.</param>
/// <param name="Day">As it stood at the end of this day.</param>
/// <param name="Text">Part of a title or a code.</param>
public sealed record ChessboardFilter(int Year, DateOnly Day, Guid? UnitId, Picked Party, TaskImportance? Importance, ChessShow Show, string Text)
{
    public const int FirstYear = 2015;

    public static readonly IReadOnlyList<string> Fields = ["unit", "party.Text", "party.Id", "importance", "year", "day", "q"];

    /// <param name="value">Of the address.</param>
    public static ChessboardFilter From(Func<string, string?> value, DateOnly today)
    {
        var day = DayText.TryRead(value("day")?.Trim() ?? "", out var asked) && asked is { } there && there < today ? there : today;
        return new ChessboardFilter(
            int.TryParse(value("year"), out var year) && year >= FirstYear && year <= today.Year + 1 ? year : today.Year,
            day,
            Guid.TryParse(value("unit"), out var unit) ? unit : null,
            Picked.From(value, "party"),
            Enum.TryParse<TaskImportance>(value("importance"), ignoreCase: true, out var importance) && Enum.IsDefined(importance) ? importance : null,
            Enum.TryParse<ChessShow>(value("show"), ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : ChessShow.All,
            value("q")?.Trim() ?? "");
    }
}
