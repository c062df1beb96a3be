using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Takes another sheet or another row of heads than was guessed, and proposes the columns anew.</summary>
public sealed class ReadDraftAs(UnitOfWork unitOfWork, ImportTargets targets, DraftTables tables, TimeProvider clock)
{
    /// <param name="HeadRow">Row number in the file; 0 to guess it.</param>
    public sealed record Input(Guid DraftId, string SheetName, int HeadRow);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindDraftAsync(targets, actor, input.DraftId, cancellation) is not ({ IsOpen: true } draft, var target))
        {
            return DraftAccess.Absent;
        }

        var sheet = tables.ReadSheet(draft, input.SheetName);
        if (!sheet.IsDone)
        {
            return Outcome<Guid>.Refused(sheet.Refusals);
        }

        var fields = await target.FieldsAsync(db, actor, ImportParameters.FromJson(draft.Parameters), cancellation);
        var table = input.HeadRow > 0 ? DraftTable.At(sheet.Value, input.HeadRow) : DraftTable.Guess(sheet.Value, fields);
        var remembered = await db.FindRememberedAsync(target.Code, table.HeadsKey, cancellation);
        draft.ReadAs(table.Sheet.Name, table.HeadRow, ColumnGuess.Of(table, fields, remembered));
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "import.mapped", nameof(ImportDraft), draft.Id), cancellation);
        return draft.Id;
    }
}
