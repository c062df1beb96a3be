using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Files.Imports;

/// <summary>Takes in a file as a draft: reads it, finds its heads and proposes what the columns mean. Nothing of it is imported yet.</summary>
public sealed class UploadImport(UnitOfWork unitOfWork, ImportTargets targets, DraftTables tables, TimeProvider clock)
{
    public sealed record Input(string Target, string FileName, byte[] Content, ImportParameters Parameters);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        if (targets.Find(actor, input.Target) is not { } target)
        {
            return new Refusal("import.target", "", "没有这种导入，或者您的职务不能使用。");
        }

        var fileName = ShortName(input.FileName);
        var sheet = input.Content.Length == 0
            ? new Refusal("import.no-file", "File", "请选择要导入的文件。空文件不能导入。")
            : TableReader.Read(input.Content, fileName);
        return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, target, input with { FileName = fileName }, sheet, cancellation), cancellation);
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, IImportTarget target, Input input, Outcome<Sheet> sheet, CancellationToken cancellation)
    {
        var refusals = sheet.Refusals.Select(r => r with { Field = "File" }).ToList();
        refusals.AddRange(await CheckParametersAsync(db, actor, target, input.Parameters, cancellation));
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var fields = await target.FieldsAsync(db, actor, input.Parameters, cancellation);
        var table = DraftTable.Guess(sheet.Value, fields);
        var remembered = await db.FindRememberedAsync(target.Code, table.HeadsKey, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = ImportDraft.Upload(actor.TenantId, actor.PersonId, target.Code, input.FileName, input.Content, tables.Seal(actor.TenantId, input.Content), input.Parameters, now);
        draft.ReadAs(table.Sheet.Name, table.HeadRow, ColumnGuess.Of(table, fields, remembered));
        db.Add(draft);
        var detail = JsonSerializer.Serialize(new { target = target.Code, sha256 = draft.Sha256, bytes = input.Content.Length });
        await db.SaveAsync(new Change(actor.PersonId, now, "import.uploaded", nameof(ImportDraft), draft.Id, "", detail), cancellation);
        return draft.Id;
    }

    private static async Task<List<Refusal>> CheckParametersAsync(YipanqiDb db, Actor actor, IImportTarget target, ImportParameters values, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        foreach (var parameter in await target.ParametersAsync(db, actor, cancellation))
        {
            var value = values[parameter.Code];
            if (value.Length == 0 && parameter.Required)
            {
                refusals.Add(new Refusal("import.parameter", parameter.Code, $"请选择{parameter.Label}。"));
            }
            else if (value.Length > 0 && parameter.Options is { } options && options.All(o => o.Value != value))
            {
                refusals.Add(new Refusal("import.parameter", parameter.Code, $"{parameter.Label}不在可选范围内，请重新选择。"));
            }
        }

        refusals.AddRange(refusals.Count == 0 ? await target.CheckAsync(db, actor, values, cancellation) : []);
        return refusals;
    }

    // Some browsers send the whole path; a name is shown, never used as a path.
    private static string ShortName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return last.Length <= 120 ? last : last[..60] + "…" + last[^50..];
    }
}
