using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One observation behind a figure.</summary>
/// <param name="Counted">Whether it entered the figure; a unit that did not report stands here uncounted.</param>
/// <param name="ImportId">The import it came by; null where it was entered in another way.</param>
/// <param name="Person">Who brought it in.</param>
public sealed record TraceRow(
    Guid UnitId, string Code, string ShortName, bool Counted, double? Numerator, double? Denominator, double? Value, double? SampleSize,
    AbsenceReason Absence, string Source, Guid? ImportId, string ImportFile, string Person, DateTime? AsOfUtc, DateTime? RecordedUtc);
