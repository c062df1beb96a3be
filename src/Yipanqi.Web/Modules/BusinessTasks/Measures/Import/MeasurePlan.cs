using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures.Import;

/// <summary>What a file of Party measures means: each row understood, checked and compared with what is known. Preview and import make the same plan.</summary>
internal sealed class MeasurePlan
{
    private const int ShownCharacters = 30;
    private readonly KnownMeasures known;
    private readonly bool mayLeaveUnassigned;
    private readonly DateOnly defaultFrom;

    private MeasurePlan(KnownMeasures known, Actor actor, DateOnly defaultFrom, IReadOnlyList<PlannedMeasure> rows) =>
        (this.known, mayLeaveUnassigned, this.defaultFrom, Rows) = (known, actor.SeesUnassigned(), defaultFrom, rows);

    public IReadOnlyList<PlannedMeasure> Rows { get; }

    public static async Task<MeasurePlan> MakeAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, DateOnly defaultFrom, CancellationToken cancellation)
    {
        var plan = new MeasurePlan(await KnownMeasures.LoadAsync(db, actor, rows, cancellation), actor, defaultFrom, [.. rows.Select(r => new PlannedMeasure(r))]);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var measure in plan.Rows)
        {
            plan.Recognise(measure, first);
            plan.ReadFacts(measure);
            plan.ReadUnit(measure);
            Compare(measure);
        }

        return plan;
    }

    private void Recognise(PlannedMeasure measure, Dictionary<string, int> first)
    {
        measure.Wrong(MeasureFields.Code, measure.Code.Length == 0 ? "编号没有填。" : TaskText.CodeFault(measure.Code));
        if (measure.Code.Length > 0 && !first.TryAdd(measure.Code, measure.Row.Number))
        {
            measure.Wrong(MeasureFields.Code, $"编号 {measure.Code} 和第 {first[measure.Code]} 行重复。请改一个，或只留一行。");
        }

        measure.Existing = known.ByCode.GetValueOrDefault(measure.Code);
        if (measure.Existing is { } existing && !known.Mine.Contains(existing.Id))
        {
            measure.Wrong(MeasureFields.Code, $"编号 {measure.Code} 已用于您管理范围以外的举措。请换一个编号。");
        }
        else if (measure.IsKept)
        {
            measure.Odd(MeasureFields.Code, "这项举措已经撤回，导入不改动它。");
        }
    }

    // An empty cell leaves what is known.
    private void ReadFacts(PlannedMeasure measure)
    {
        var (row, had) = (measure.Row, measure.Existing?.Facts);
        var (name, description, source) = (Or(row[MeasureFields.Name], had?.Name), Or(row[MeasureFields.Description], had?.Description), Or(row[MeasureFields.Source], had?.Source));
        measure.Wrong(MeasureFields.Name, name.Length == 0 ? "名称没有填。" : TaskText.TooLong("名称", name, PartyMeasure.NameLength));
        measure.Wrong(MeasureFields.Description, TaskText.TooLong("做什么", description, PartyMeasure.DescriptionLength));
        measure.Wrong(MeasureFields.Source, TaskText.TooLong("出处", source, PartyMeasure.SourceLength));
        var from = ReadDay(measure, MeasureFields.From, "开始日期") ?? had?.FromDay ?? defaultFrom;
        var to = ReadDay(measure, MeasureFields.To, "结束日期") ?? had?.ToDay;
        measure.Wrong(MeasureFields.To, to < from ? "结束日期早于开始日期。请改正其中一个。" : null);
        measure.Facts = new MeasureFacts(ReadKind(measure, had), name, description, from, to < from ? null : to, had?.OwnerPersonId, source);
    }

    private static string ReadKind(PlannedMeasure measure, MeasureFacts? had)
    {
        var text = measure.Row[MeasureFields.Kind];
        if (text.Length == 0)
        {
            return had?.Kind ?? MeasureKind.Other;
        }

        if (MeasureKind.Find(text) is { } kind)
        {
            return kind.Code;
        }

        measure.Odd(MeasureFields.Kind, $"平台没有“{text}”这个类别，按“其他”登记。");
        return MeasureKind.Other;
    }

    private static DateOnly? ReadDay(PlannedMeasure measure, string field, string label)
    {
        var text = measure.Row[field];
        var isDay = DayText.TryRead(text, out var day) && (day is null || (day >= MeasureText.Earliest && day <= MeasureText.Latest));
        measure.Wrong(field, isDay ? null : $"{label}“{text}”读不懂。请写成 2026-03-01 的样子。");
        return isDay ? day : null;
    }

    // Whose it is by the file counts where the file says something new; whom people have given the measure to since, keeps it.
    private void ReadUnit(PlannedMeasure measure)
    {
        var (text, existing) = (measure.Row[MeasureFields.Organ], measure.Existing);
        measure.UnitText = Or(text, existing?.UnitText);
        measure.Wrong(MeasureFields.Organ, TaskText.TooLong("党组织", text, PartyMeasure.UnitTextLength));
        if (measure.IsKept || (existing?.UnitId is not null && (text.Length == 0 || text == existing.UnitText)))
        {
            return;
        }

        var found = text.Length == 0 ? [] : known.Parties.Find(text);
        if (existing?.UnitId is { } has)
        {
            measure.UnitText = found is [var same] && same == has ? existing.UnitText : measure.UnitText;
            return;
        }

        measure.Unit = found is [var one] ? one : null;
        if (measure.Unit is not null)
        {
            return;
        }

        var why = text.Length == 0 ? "没有写党组织" : found.Count > 1 ? $"有 {found.Count} 个党组织叫“{text}”" : $"您管理的范围里没有“{text}”";
        if (mayLeaveUnassigned)
        {
            measure.Odd(MeasureFields.Organ, $"{why}。导入后这项举措待认领。");
        }
        else
        {
            measure.Wrong(MeasureFields.Organ, $"{why}。请填您管理范围里党组织的编码或名称。");
        }
    }

    private static void Compare(PlannedMeasure measure)
    {
        if (measure.Existing is not { } existing)
        {
            return;
        }

        var (before, after) = (existing.Facts, measure.Facts);
        Add("名称", before.Name, after.Name);
        Add("类别", MeasureKind.NameOf(before.Kind), MeasureKind.NameOf(after.Kind));
        Add("做什么", before.Description, after.Description);
        Add("开始日期", DayText.Write(before.FromDay), DayText.Write(after.FromDay));
        Add("结束日期", DayText.Write(before.ToDay), DayText.Write(after.ToDay));
        Add("出处", before.Source, after.Source);
        Add("党组织（原文）", existing.UnitText, measure.UnitText);
        if (measure.Unit is not null)
        {
            measure.Changes.Add("归到党组织");
        }

        void Add(string label, string old, string now)
        {
            if (old != now)
            {
                measure.Changes.Add($"{label} {Short(old)} → {Short(now)}");
            }
        }
    }

    private static string Short(string text) => text.Length == 0 ? "（空）" : text.Length > ShownCharacters ? text[..ShownCharacters] + "…" : text;

    private static string Or(string told, string? known) => told.Length > 0 ? told : known ?? "";
}
