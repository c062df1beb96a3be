namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>A Party measure as it was before a change, to be put back.</summary>
/// <param name="Version">The version the change leaves it at.</param>
public sealed record MeasureBefore(Guid Id, int Version, MeasureFacts Facts, Guid? UnitId, MeasureState State, string WithdrawnReason)
{
    public static MeasureBefore Of(PartyMeasure measure) => new(measure.Id, measure.Version + 1, measure.Facts, measure.UnitId, measure.State, measure.WithdrawnReason);
}
