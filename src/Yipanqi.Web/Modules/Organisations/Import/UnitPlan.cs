using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.Import;

/// <summary>What a file of units means: each row understood, checked and compared with what is known. Preview and import make the same plan.</summary>
internal sealed class UnitPlan
{
    private static readonly Dictionary<string, Track> Tracks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["党组织"] = Track.Party,
        ["党"] = Track.Party,
        ["党建"] = Track.Party,
        ["party"] = Track.Party,
        ["行政"] = Track.Administrative,
        ["行政单位"] = Track.Administrative,
        ["业务"] = Track.Administrative,
        ["administrative"] = Track.Administrative,
    };

    private static readonly Dictionary<string, bool> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["是"] = true,
        ["1"] = true,
        ["true"] = true,
        ["yes"] = true,
        ["y"] = true,
        ["参评"] = true,
        ["√"] = true,
        ["否"] = false,
        ["0"] = false,
        ["false"] = false,
        ["no"] = false,
        ["n"] = false,
        ["不参评"] = false,
        ["×"] = false,
    };

    private readonly Track defaultTrack;
    private readonly bool defaultAssessed;

    private UnitPlan(KnownUnits known, PeerGroups groups, Unit? defaultParent, ImportParameters parameters, IReadOnlyList<PlannedUnit> rows)
    {
        (Known, Groups, DefaultParent, Rows) = (known, groups, defaultParent, rows);
        defaultTrack = UnitImport.TrackOf(parameters);
        defaultAssessed = parameters[UnitImport.AssessedParameter] == "yes";
    }

    public KnownUnits Known { get; }

    public PeerGroups Groups { get; }

    public Unit? DefaultParent { get; }

    public IReadOnlyList<PlannedUnit> Rows { get; }

    public static async Task<UnitPlan> MakeAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var known = await KnownUnits.LoadAsync(db, actor, rows, cancellation);
        var groups = await PeerGroups.LoadAsync(db, cancellation);
        var parent = await UnitImport.FindParentAsync(db, actor, parameters, cancellation);
        var plan = new UnitPlan(known, groups, parent, parameters, [.. rows.Select(r => new PlannedUnit(r))]);
        plan.Understand();
        UnitTree.Place(plan);
        plan.MarkSameNames();
        foreach (var unit in plan.Rows)
        {
            UnitChanges.Compare(plan, unit);
        }

        return plan;
    }

    private void Understand()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var unit in Rows)
        {
            unit.Wrong(UnitFields.Code, UnitText.CodeFault(unit.Code));
            if (unit.Code.Length > 0 && !first.TryAdd(unit.Code, unit.Row.Number))
            {
                unit.Wrong(UnitFields.Code, $"编码 {unit.Code} 和第 {first[unit.Code]} 行重复。请改一个，或只留一行。");
            }

            unit.Existing = Known.ByCode(unit.Code);
            if (Known.IsOutside(unit.Code))
            {
                unit.Wrong(UnitFields.Code, $"编码 {unit.Code} 已用于您管理范围以外的单位。请换一个编码，或请工委导入。");
            }

            ReadTrack(unit);
            ReadTexts(unit);
            ReadChoices(unit);
        }
    }

    private void ReadTrack(PlannedUnit unit)
    {
        var text = unit.Row[UnitFields.Track];
        unit.Track = text.Length == 0 ? unit.Existing is { } known && unit.Row.Has(UnitFields.Track) ? known.Track : defaultTrack : Tracks.GetValueOrDefault(text);
        if (unit.Track == default)
        {
            unit.Wrong(UnitFields.Track, $"“{text}”不是组织线。请填“党组织”或“行政”。");
        }
        else if (unit.Existing is { } existing && existing.Track != unit.Track)
        {
            unit.Wrong(UnitFields.Code, $"编码 {unit.Code} 在平台上是{UnitText.TrackName(existing.Track)}单位“{existing.Name}”。请换一个编码，或改组织线。");
        }
    }

    // An empty cell leaves what is known; a new unit gets what follows from the rest.
    private void ReadTexts(PlannedUnit unit)
    {
        var (row, known) = (unit.Row, unit.Existing);
        unit.Name = Or(row[UnitFields.Name], known?.Name ?? "");
        unit.ShortName = Or(row[UnitFields.ShortName], known is null || known.ShortName == UnitText.ShortNameOf(known.Name) ? UnitText.ShortNameOf(unit.Name) : known.ShortName);
        unit.Kind = Or(row[UnitFields.Kind], known?.Kind ?? "");
        unit.PeerGroup = Or(row[UnitFields.PeerGroup], Groups.NameOf(known?.PeerGroupId));
        unit.Note = Or(row[UnitFields.Note], known?.Note ?? "");
        unit.Wrong(UnitFields.Name, UnitText.NameFault(row[UnitFields.Name]));
        unit.Wrong(UnitFields.ShortName, UnitText.TooLong("简称", row[UnitFields.ShortName], UnitText.ShortNameLength));
        unit.Wrong(UnitFields.Kind, UnitText.TooLong("类别", unit.Kind, UnitText.KindLength));
        unit.Wrong(UnitFields.PeerGroup, UnitText.TooLong("同类组", unit.PeerGroup, UnitText.PeerGroupLength));
        unit.Wrong(UnitFields.Note, UnitText.TooLong("备注", unit.Note, UnitText.NoteLength));
    }

    private void ReadChoices(PlannedUnit unit)
    {
        var (sort, answer, links) = (unit.Row[UnitFields.Sort], unit.Row[UnitFields.Assessed], unit.Row[UnitFields.Links]);
        unit.SortOrder = unit.Existing?.SortOrder ?? Math.Min(unit.Row.Number, UnitText.MaxSortOrder);
        if (sort.Length > 0)
        {
            unit.SortOrder = UnitText.TryReadSortOrder(sort, out var order) ? order : 0;
            unit.Wrong(UnitFields.Sort, UnitText.TryReadSortOrder(sort, out _) ? null : $"“{sort}”不是 0 到 {UnitText.MaxSortOrder} 的整数。请填阿拉伯数字，如 3。");
        }

        unit.IsAssessed = Answers.TryGetValue(answer, out var yes) ? yes : unit.Existing?.IsAssessed ?? defaultAssessed;
        unit.Wrong(UnitFields.Assessed, answer.Length == 0 || Answers.ContainsKey(answer) ? null : $"“{answer}”读不懂。请填“是”或“否”。");
        unit.Links = links.Length == 0 ? null : [.. KnownUnits.SplitCodes(links).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // The first branch of one committee and that of another have the same name by right: only siblings are pointed out.
    private void MarkSameNames()
    {
        foreach (var same in Rows.Where(r => r.Name.Length > 0).GroupBy(r => (r.Track, r.Parent?.Id, r.Parent is null ? r.ParentRow : null, r.Name)))
        {
            var codes = same.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
            var others = Known.ByName(same.Key.Name).Where(u => u.Track == same.Key.Track && u.ParentId == same.Key.Id && !codes.Contains(u.Code)).ToList();
            foreach (var unit in same.Where(_ => codes.Count > 1 || others.Count > 0))
            {
                var inFile = same.Where(s => s != unit).Select(s => $"第 {s.Row.Number} 行").Take(3);
                var places = string.Join("、", inFile.Concat(others.Take(3).Select(u => $"平台上编码 {u.Code} 的单位")));
                unit.Odd(UnitFields.Name, $"和{places}同名。是同一个单位请用同一个编码；不是则不必改。");
            }
        }
    }

    private static string Or(string told, string known) => told.Length > 0 ? told : known;
}
