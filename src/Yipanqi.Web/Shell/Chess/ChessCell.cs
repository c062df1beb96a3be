using Yipanqi.Web.Shell.Levels;

namespace Yipanqi.Web.Shell.Chess;

/// <summary>One stage of a task on both tracks.</summary>
/// <param name="Stage">谋划, 部署, 落实, 检查 or 考核.</param>
/// <param name="Party">The Party date as written; with <paramref name="Business"/> null the one text stands for both (11-24).</param>
/// <param name="Says">What stands below the dates: 差 4 天, 缺党建, 未到期.</param>
/// <param name="Spoken">The same as a whole sentence, for screen readers.</param>
public sealed record ChessCell(string Stage, StoneState State, int LagDays, string Party, string? Business, string Says, string Spoken)
{
    /// <summary>Both sides are there, further apart than counts as together: written in bold.</summary>
    public bool IsApart { get; init; }

    /// <summary>Below the rest: 另 2 个.</summary>
    public string? More { get; init; }

    /// <summary>Where the records behind it are; null for none.</summary>
    public string? Href { get; init; }

    public bool IsAhead => State == StoneState.Waiting;

    internal string? Tone => State switch
    {
        StoneState.PartyLate or StoneState.BusinessLate => "late",
        StoneState.BothMissing => "miss",
        StoneState.Both when IsApart => "gap",
        StoneState.OnlyParty or StoneState.OnlyBusiness => "gap",
        _ => null,
    };
}
