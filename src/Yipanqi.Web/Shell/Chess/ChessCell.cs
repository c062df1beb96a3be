using Yipanqi.Web.Shell.Levels;

namespace Yipanqi.Web.Shell.Chess;

/// <summary>One stage of a task on both tracks.</summary>
/// <param name="Stage">谋划, 部署, 落实 or 检查.</param>
/// <param name="Party">The Party date as written; with <paramref name="Business"/> null the one text stands for both (11月).</param>
/// <param name="Says">What stands below the dates: 差 4 天, 缺党建, 未到期.</param>
/// <param name="Spoken">The same as a whole sentence, for screen readers.</param>
public sealed record ChessCell(string Stage, StoneState State, int LagDays, string Party, string? Business, string Says, string Spoken)
{
    /// <summary>Lags of more than a week are written in bold, as the stone then shows a gap.</summary>
    public const int LargestPlainLag = 7;

    public bool IsAhead => State == StoneState.Waiting;

    internal string? Tone => State switch
    {
        StoneState.PartyLate or StoneState.BusinessLate => "late",
        StoneState.BothMissing => "miss",
        StoneState.Both when LagDays > LargestPlainLag => "gap",
        StoneState.OnlyParty or StoneState.OnlyBusiness => "gap",
        _ => null,
    };
}
