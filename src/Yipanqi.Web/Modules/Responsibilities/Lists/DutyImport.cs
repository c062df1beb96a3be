using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Duties of a draft from a table: known codes are changed, new ones added at the end, none taken away.</summary>
public sealed class DutyImport : IImportTarget
{
    private const string DraftParameter = "draft";

    private static readonly IReadOnlyList<ImportField> Fields =
        [.. DutyText.Fields.Select(f => new ImportField(f.Field, f.Label, f.Required, HelpOf(f.Field), AliasesOf(f.Field), [DutyText.Write(Example).GetValueOrDefault(f.Field, "")]))];

    private static DutyFacts Example => ShippedLists.All[0].Facts[0];

    public string Code => "duties";

    public string Title => "责任清单";

    public string Description => "一份清单草稿的责任，每行一项。已有编码的改，新编码的加在末尾，不删。公开的清单常常没有期限、标准和用时，可以先按选文件时填的补上。";

    public Permission Permission => Permission.ManageLists;

    public (string Action, string SubjectType) Journal => ("list.imported", nameof(ListVersion));

    public async Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var drafts = await (
            from v in db.Versions(actor)
            where v.State == ListState.Draft
            join l in db.Set<ResponsibilityList>() on new { v.TenantId, Id = v.ListId } equals new { l.TenantId, l.Id }
            orderby l.Code
            select new { v.Id, l.Name, v.Number }).ToListAsync(cancellation);
        var draft = new ImportParameter(DraftParameter, "清单草稿", true, "先建清单或另起一版，再导入。", drafts.FirstOrDefault()?.Id.ToString() ?? "", [.. drafts.Select(d => new ImportOption(d.Id.ToString(), $"{d.Name}（第 {d.Number} 版）"))]);
        return [draft, .. DutyStandins.Parameters];
    }

    public Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ImportField>>([.. Fields.Select(f => f with { Required = f.Required && !new DutyStandins(parameters).Has(f.Code) })]);

    public async Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) =>
        await DraftAsync(db, actor, parameters, cancellation) is null ? [ListAccess.Absent with { Field = DraftParameter }] : new DutyStandins(parameters).Faults;

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var draft = await DraftAsync(db, actor, parameters, cancellation);
        var standins = await StandinsAsync(db, draft, parameters, cancellation);
        var known = draft is null ? [] : (await db.DutiesAsync(draft.Id, cancellation)).ToDictionary(d => d.Code, d => d.Facts);
        var seen = new HashSet<string>();
        return new ImportPreview([.. rows.Select(r => PreviewOf(r, draft, standins, known.GetValueOrDefault(r[DutyText.Code]), seen))]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var draft = (await DraftAsync(db, actor, parameters, cancellation))!;
        var standins = await StandinsAsync(db, draft, parameters, cancellation);
        var duties = await db.DutiesAsync(draft.Id, cancellation);
        var (known, last) = (duties.ToDictionary(d => d.Code), duties.Select(d => d.Position).DefaultIfEmpty().Max());
        var (added, updated, keys) = (0, 0, new List<string>());
        foreach (var row in rows)
        {
            var duty = known.GetValueOrDefault(row[DutyText.Code]);
            var read = new DutyRow(row, standins, duty?.Facts);
            if (read.IsLeftOut)
            {
                continue;
            }

            var facts = DutyText.Read(field => read[field]).Value;
            if (duty is null)
            {
                db.Add(Duty.Of(draft, ++last, facts));
                added++;
                keys.Add(facts.Code);
            }
            else if (duty.Describe(draft, facts))
            {
                updated++;
                keys.Add(facts.Code);
            }
        }

        if (keys.Count > 0)
        {
            draft.WrittenBy(actor.PersonId);
        }

        return new ImportResult(added, updated, rows.Count - keys.Count, keys, $"/duties/lists/{draft.Id}");
    }

    private static PreviewRow PreviewOf(ImportRow row, ListVersion? draft, DutyStandins standins, DutyFacts? known, HashSet<string> seen)
    {
        var duty = new DutyRow(row, standins, known);
        if (duty.IsLeftOut)
        {
            return new PreviewRow(row.Number, RowChange.Unchanged, [.. duty.Remarks]);
        }

        var read = DutyText.Read(field => duty[field]);
        List<ImportFault> faults = [.. read.Refusals.Select(r => row.Wrong(r.Field, r.Message)), .. duty.Remarks];
        if (draft is null)
        {
            faults.Add(row.Wrong(DutyText.Code, ListAccess.Absent.Message));
        }

        if (row[DutyText.Code].Length > 0 && !seen.Add(row[DutyText.Code]))
        {
            faults.Add(row.Wrong(DutyText.Code, "这个编码在上面已有一行。同一编码只能有一行。"));
        }

        var change = !read.IsDone || known is null ? RowChange.Added : known == read.Value ? RowChange.Unchanged : RowChange.Updated;
        return new PreviewRow(row.Number, change, faults);
    }

    private static Task<ListVersion?> DraftAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        var id = Guid.TryParse(parameters[DraftParameter], out var parsed) ? parsed : Guid.Empty;
        return db.Versions(actor).SingleOrDefaultAsync(v => v.Id == id && v.State == ListState.Draft, cancellation);
    }

    private static async Task<DutyStandins> StandinsAsync(YipanqiDb db, ListVersion? draft, ImportParameters parameters, CancellationToken cancellation)
    {
        var list = draft?.ListId;
        return new DutyStandins(parameters, await db.Set<ResponsibilityList>().Where(l => l.Id == list).Select(l => l.Basis).SingleOrDefaultAsync(cancellation) ?? "");
    }

    private static string HelpOf(string field) => field switch
    {
        DutyText.Level => "党组、机关党委、党支部或党员。",
        DutyText.Clause => "空着用清单的依据文件。",
        DutyText.Frequency => "一次、每月、每季度、每半年、每年或遇事即办。",
        DutyText.Due => "期末、期末前5个工作日、期初后10日、发生后3个工作日。",
        DutyText.Reminder => "到期前多少个工作日起提醒，可空。",
        DutyText.Computed => $"由平台已有记录计算的写：{DutyRecordKind.Names}之一；由人填报的留空。",
        DutyText.Minutes => "每次要花的分钟数。",
        DutyText.Feeds => "对应的指标编码，如 A1.2，可空。",
        DutyText.Parent => "承接的上一级责任的编码，可空。",
        _ => "",
    };

    private static IReadOnlyList<string> AliasesOf(string field) => field switch
    {
        DutyText.Code => ["id", "序号"],
        DutyText.Level => ["层次"],
        DutyText.Post => ["责任人", "岗位"],
        DutyText.Wording => ["duty", "责任", "任务", "内容"],
        DutyText.Frequency => ["频率", "周期"],
        DutyText.Due => ["deadline", "完成时限"],
        DutyText.Evidence => ["佐证"],
        DutyText.Standard => ["标准"],
        DutyText.Clause => ["依据"],
        _ => [],
    };
}
