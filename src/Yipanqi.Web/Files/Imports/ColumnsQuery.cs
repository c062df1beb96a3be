using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>The second step: the table's columns and what they are taken to mean.</summary>
public sealed class ColumnsQuery(UnitOfWork unitOfWork, ImportTargets targets, DraftTables tables)
{
    /// <param name="IsRemembered">The proposal is what was chosen the last time for a file with the same heads.</param>
    public sealed record View(
        DraftSummary Draft, DraftTable Table, IReadOnlyList<ImportField> Fields, IReadOnlyDictionary<string, int> Columns, bool IsRemembered);

    /// <summary>Null where the draft is not there, not this person's or imported already.</summary>
    public Task<View?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            if (await db.FindDraftAsync(targets, actor, id, cancellation) is not ({ IsOpen: true } draft, var target))
            {
                return null;
            }

            var table = tables.Read(draft).Value;
            var fields = await target.FieldsAsync(db, actor, ImportParameters.FromJson(draft.Parameters), cancellation);
            var remembered = await db.FindRememberedAsync(target.Code, table.HeadsKey, cancellation);
            return new View(DraftSummary.Of(draft, target), table, fields, draft.ColumnsByField(), remembered is not null);
        },
        cancellation);
}
