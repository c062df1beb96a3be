namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>What a form or a file tells of a Party measure, without whose it is.</summary>
/// <param name="Kind">Code of a <see cref="Fusion.MeasureKind"/>.</param>
/// <param name="ToDay">Null for one without an end.</param>
public sealed record MeasureFacts(string Kind, string Name, string Description, DateOnly FromDay, DateOnly? ToDay, Guid? OwnerPersonId, string Source);
