using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Tests.Files.Imports;

/// <summary>A small target of its own for tests of the journey: names of peer groups with their order.</summary>
public sealed class PeerGroupImport : IImportTarget
{
    public string Code => "groups";

    public string Title => "同类组";

    public string Description => "同类组名单。";

    public Permission Permission => Permission.ManageSchemes;

    public (string Action, string SubjectType) Journal => ("group.imported", nameof(PeerGroup));

    public Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ImportParameter>>([new("year", "年度", true, Options: [new("2026", "2026年")])]);

    public Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ImportField>>(
            [new("name", "名称", true, "", ["组名"], ["甲组", "乙组"]), new("order", "顺序", false, "", ["次序"], ["1", "2"])]);

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var known = await db.Set<PeerGroup>().Select(g => g.Name).ToListAsync(cancellation);
        return new ImportPreview([.. rows.Select(r => new PreviewRow(r.Number, known.Contains(r["name"]) ? RowChange.Unchanged : RowChange.Added, Faults(r)))]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var known = await db.Set<PeerGroup>().Select(g => g.Name).ToListAsync(cancellation);
        var added = rows.Where(r => !known.Contains(r["name"])).Select(r => r["name"]).ToList();
        db.AddRange(added.Select((name, i) => PeerGroup.New(db.TenantId, name, i)));
        return new ImportResult(added.Count, 0, rows.Count - added.Count, added, "/groups");
    }

    private static List<ImportFault> Faults(ImportRow row) => row["name"] switch
    {
        "" => [row.Wrong("name", "名称没有填。")],
        "其他" => [row.Odd("name", "名称太泛，请核对。")],
        _ => [],
    };
}
