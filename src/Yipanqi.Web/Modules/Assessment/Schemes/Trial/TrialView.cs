using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How far a trial has come.</summary>
/// <param name="Refusal">Why there is none.</param>
/// <param name="Quarters">Newest first; null while it is being worked out.</param>
public sealed record TrialView(SchemeLine Line, Refusal? Refusal, int Done, int Of, IReadOnlyList<TrialQuarter>? Quarters);
