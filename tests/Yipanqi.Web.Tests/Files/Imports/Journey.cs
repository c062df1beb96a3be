using System.Text;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Files.Imports;

/// <summary>The steps of an import, taken by one person without pages.</summary>
public sealed class Journey(TestDatabase database, TestClock clock, IImportTarget target)
{
    private readonly ImportTargets targets = new([target]);

    public Task<Outcome<Guid>> UploadAsync(Actor actor, string text, params (string Key, string Value)[] parameters) =>
        UploadAsync(actor, Encoding.UTF8.GetBytes(text), parameters);

    public Task<Outcome<Guid>> UploadAsync(Actor actor, byte[] content, params (string Key, string Value)[] parameters) =>
        new UploadImport(database.UnitOfWork, targets, TestTables.Shared, clock).RunAsync(
            actor, new(target.Code, "名单.csv", content, new ImportParameters(parameters.ToDictionary(p => p.Key, p => p.Value))), default);

    public Task<Outcome<Guid>> MapAsync(Actor actor, Guid draft, params (string Field, int Column)[] columns) =>
        new MapColumns(database.UnitOfWork, targets, TestTables.Shared, clock).RunAsync(actor, new(draft, columns.ToDictionary(c => c.Field, c => c.Column)), default);

    public Task<Outcome<Guid>> ReadAsAsync(Actor actor, Guid draft, string sheet, int headRow) =>
        new ReadDraftAs(database.UnitOfWork, targets, TestTables.Shared, clock).RunAsync(actor, new(draft, sheet, headRow), default);

    public Task<ColumnsQuery.View?> ColumnsAsync(Actor actor, Guid draft) => new ColumnsQuery(database.UnitOfWork, targets, TestTables.Shared).FindAsync(actor, draft, default);

    public Task<CheckQuery.View?> CheckAsync(Actor actor, Guid draft) => new CheckQuery(database.UnitOfWork, targets, TestTables.Shared).FindAsync(actor, draft, default);

    public async Task<ImportPreview> PreviewAsync(Actor actor, Guid draft) => (await CheckAsync(actor, draft))!.Checked.Value.Preview;

    public Task<Outcome<Guid>> CommitAsync(Actor actor, Guid draft) => new CommitImport(database.UnitOfWork, targets, TestTables.Shared, clock).RunAsync(actor, draft, default);

    public Task<Outcome<Guid>> DiscardAsync(Actor actor, Guid draft) => new DiscardImport(database.UnitOfWork, targets, clock).RunAsync(actor, draft, default);

    public ImportsQuery Mine => new(database.UnitOfWork, targets);

    /// <summary>Every remark of a preview as "row column: message".</summary>
    public static List<string> Remarks(ImportPreview preview) =>
        [.. preview.Rows.SelectMany(r => r.Faults).Select(f => $"{f.Row}{f.Column} {(f.IsFault ? "误" : "核")} {f.Message}")];
}
