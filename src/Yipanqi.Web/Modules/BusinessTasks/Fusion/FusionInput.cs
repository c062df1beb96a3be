using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A fusion point as a form tells it.</summary>
/// <param name="Kind">Code of a <see cref="MeasureKind"/>.</param>
/// <param name="Owner">Who answers for it; may be left empty.</param>
public sealed record FusionInput(string Kind, string Name, string Change, string Whom, string Measure, Picked? Owner);
