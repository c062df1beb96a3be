using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A scheme version opened: its tree in reading order, what stands in the way of submitting it, and how far its review is.</summary>
/// <param name="Obstacles">Empty for a published version.</param>
/// <param name="Review">Who submitted and reviewed it; what the reader may do.</param>
/// <param name="WithoutSupplier">Codes of the supplied items of which it is not known which unit supplies them.</param>
/// <param name="PublishedBefore">The published versions of the same scheme, newest first, itself left out.</param>
public sealed record SchemeView(
    SchemeLine Line, SchemeDefinition Definition, IReadOnlyList<SchemeTreeRow> Rows, IReadOnlyList<Refusal> Obstacles, SchemeReview Review,
    IReadOnlyList<SchemeLine> PublishedBefore, IReadOnlyList<string> WithoutSupplier);
