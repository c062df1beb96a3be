using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>A Party measure as a form tells it.</summary>
/// <param name="Unit">Whose it is; may be left empty by who gives measures away.</param>
/// <param name="Owner">Who answers for it; may be left empty.</param>
public sealed record MeasureInput(Picked? Unit, string Kind, string Name, string Description, string FromDay, string ToDay, Picked? Owner, string Source);
