using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A scheme version opened: its tree in reading order, and what stands in the way of publishing a draft.</summary>
/// <param name="Obstacles">Empty for a published version.</param>
public sealed record SchemeView(SchemeLine Line, SchemeDefinition Definition, IReadOnlyList<SchemeTreeRow> Rows, IReadOnlyList<Refusal> Obstacles);
