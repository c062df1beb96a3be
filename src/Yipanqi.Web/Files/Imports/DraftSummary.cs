namespace Yipanqi.Web.Files.Imports;

/// <summary>A draft in lists and page heads, without its file.</summary>
public sealed record DraftSummary(
    Guid Id, string Target, string TargetTitle, string FileName, DateTime CreatedUtc, DateTime? CommittedUtc, int Added, int Updated, int Unchanged, string Link)
{
    public bool IsOpen => CommittedUtc is null;

    public static DraftSummary Of(ImportDraft draft, IImportTarget target) =>
        new(draft.Id, draft.Target, target.Title, draft.FileName, draft.CreatedUtc, draft.CommittedUtc, draft.Added, draft.Updated, draft.Unchanged, draft.Link);
}
