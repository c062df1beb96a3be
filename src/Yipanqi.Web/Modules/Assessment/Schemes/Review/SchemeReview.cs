namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How far a version has come on its way to publication.</summary>
/// <param name="RowVersion">By which a form knows that nobody wrote meanwhile.</param>
/// <param name="IsAsShipped">The default scheme, unchanged.</param>
/// <param name="IsAuthor">The reader wrote at this version and cannot review it.</param>
/// <param name="Edits">The steps of the draft, newest first, a page of them.</param>
public sealed record SchemeReview(
    int RowVersion, bool IsAsShipped, bool IsReturned, bool IsAuthor, string SubmittedBy, DateTime? SubmittedUtc, string ReviewedBy, DateTime? ReviewedUtc, string Note,
    IReadOnlyList<EditLine> Edits);
