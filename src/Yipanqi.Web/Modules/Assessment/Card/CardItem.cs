using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One item of an organisation: from the figure to the points it costs.</summary>
/// <param name="Score">0–100; null without one.</param>
/// <param name="Lost">Points of the index it costs.</param>
/// <param name="Obstacle">Share in all lost points (障碍度), 0–1.</param>
/// <param name="Absence">Why there is no figure; None where there is one.</param>
/// <param name="Origin">本单位上报 or 由下级汇总 and so on; see <see cref="FigureOrigin"/>.</param>
/// <param name="Owes">Who owes the missing figure, short names; empty where nothing is owed.</param>
/// <param name="Unit">Unit of the value: %, 天, 分 and so on.</param>
public sealed record CardItem(
    string Code, string Name, string Definition, bool IsCost, string Unit, double Weight, double? Score, double? Lost, double? Obstacle,
    double? Numerator, double? Denominator, double? Value, double? SampleSize, double? Floor, double? Target,
    AbsenceReason Absence, FigureOrigin Origin, string Source, IReadOnlyList<string> Owes);
