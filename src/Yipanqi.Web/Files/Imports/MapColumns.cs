using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Keeps what the columns of a draft mean, and remembers it for the next file with the same heads.</summary>
public sealed class MapColumns(UnitOfWork unitOfWork, ImportTargets targets, DraftTables tables, TimeProvider clock)
{
    /// <param name="Columns">Code of the field to number of the column; fields without column are left out.</param>
    public sealed record Input(Guid DraftId, IReadOnlyDictionary<string, int> Columns);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindDraftAsync(targets, actor, input.DraftId, cancellation) is not ({ IsOpen: true } draft, var target))
        {
            return DraftAccess.Absent;
        }

        var read = tables.Read(draft);
        if (!read.IsDone)
        {
            return Outcome<Guid>.Refused(read.Refusals);
        }

        var fields = await target.FieldsAsync(db, actor, ImportParameters.FromJson(draft.Parameters), cancellation);
        var columns = input.Columns.Where(c => fields.Any(f => f.Code == c.Key)).ToDictionary();
        var refusals = Check(read.Value, fields, columns);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        draft.ReadAs(draft.SheetName, draft.HeadRow, columns);
        await RememberAsync(db, target.Code, read.Value, fields, columns, now, cancellation);
        await db.SaveAsync(new Change(actor.PersonId, now, "import.mapped", nameof(ImportDraft), draft.Id), cancellation);
        return draft.Id;
    }

    private static List<Refusal> Check(DraftTable table, IReadOnlyList<ImportField> fields, Dictionary<string, int> columns)
    {
        var refusals = new List<Refusal>();
        if (table.Rows.Count == 0)
        {
            refusals.Add(new Refusal("import.no-rows", "", $"第 {table.HeadRow} 行表头下面没有数据。请核对工作表和表头所在行。"));
        }

        foreach (var field in fields)
        {
            if (!columns.TryGetValue(field.Code, out var column))
            {
                if (field.Required)
                {
                    refusals.Add(new Refusal("import.required", field.Code, $"请选择“{field.Label}”对应的列。"));
                }
            }
            else if (table.Columns.All(c => c.Index != column))
            {
                refusals.Add(new Refusal("import.column", field.Code, $"“{field.Label}”选的列不在文件里，请重新选择。"));
            }
            else if (field.Required && fields.TakeWhile(f => f.Code != field.Code).FirstOrDefault(f => f.Required && columns.TryGetValue(f.Code, out var other) && other == column) is { } twice)
            {
                // Two optional fields may well come from one column: the kind of an organ is often its peer group.
                refusals.Add(new Refusal("import.twice", field.Code, $"“{field.Label}”和“{twice.Label}”选了同一列，请改其中一个。"));
            }
        }

        return refusals;
    }

    private static async Task RememberAsync(
        YipanqiDb db, string target, DraftTable table, IReadOnlyList<ImportField> fields, Dictionary<string, int> columns, DateTime now, CancellationToken cancellation)
    {
        var remembered = await db.FindRememberedAsync(target, table.HeadsKey, cancellation);
        if (remembered is null)
        {
            remembered = RememberedMapping.New(db.TenantId, target, table.HeadsKey);
            db.Add(remembered);
        }

        var keys = table.Columns.ToDictionary(c => c.Index, c => c.Key);
        remembered.Remember(fields.ToDictionary(f => f.Code, f => columns.TryGetValue(f.Code, out var column) ? keys[column] : ""), now);
    }
}
