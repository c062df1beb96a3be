using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the assessment holds of a unit: undecided business keeps it from being closed; results stay as published and follow it in who may see them.</summary>
public sealed class AssessmentMatters : IUnitMatters
{
    public async Task<IReadOnlyList<UnitMatter>> OpenAsync(YipanqiDb db, Guid unitId, CancellationToken cancellation)
    {
        var open = db.Set<QuarterCycle>().Where(c => c.State != QuarterState.Published);
        UnitMatter[] matters =
        [
            new("待答复的申诉", await db.Set<Objection>().CountAsync(o => o.UnitId == unitId && o.State == ObjectionState.Filed, cancellation), Blocks: true),
            new("待核的自评", await db.Set<ManualFigure>().CountAsync(f => f.UnitId == unitId && f.State == ManualState.Entered, cancellation), Blocks: true),
            new("待确认的加减分", await db.Set<Adjustment>().CountAsync(a => a.UnitId == unitId && a.State == AdjustmentState.Entered, cancellation), Blocks: true),
            new("本季已报的数据", await db.Set<Observation>().CountAsync(o => o.UnitId == unitId && open.Any(c => c.QuarterKey == o.QuarterKey), cancellation), Blocks: false),
        ];
        return [.. matters.Where(m => m.Count > 0)];
    }

    public async Task CarryAsync(YipanqiDb db, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation)
    {
        var length = from.Length;
        var snapshots = await db.Set<AssessmentSnapshot>().Select(s => s.Id).ToArrayAsync(cancellation);
        await db.Set<OrganisationScore>().Where(s => EF.Parameter(snapshots).Contains(s.SnapshotId)).Within(tops, s => s.ScopePath)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ScopePath, s => to + s.ScopePath.Substring(length)), cancellation);
        await DropFiguresAsync(db, snapshots, tops, from, to, cancellation);
        // Pages are kept by version: those that show another scope than before are made anew at once.
        await db.Set<AssessmentSnapshot>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellation);
    }

    // Figures kept of a scope that gained or lost organisations, or that is called otherwise now; pages then make them from the lines.
    private static async Task DropFiguresAsync(YipanqiDb db, Guid[] snapshots, IReadOnlyList<string> tops, string from, string to, CancellationToken cancellation)
    {
        var (left, entered) = (FigureMaking.ScopesOf(from).ToHashSet(), FigureMaking.ScopesOf(to).ToHashSet());
        left.SymmetricExceptWith(entered);
        var names = left.SelectMany(scope => Enum.GetValues<UnitTier>().Select(tier => SnapshotFigure.OfScope(scope, tier))).ToArray();
        var kept = db.Set<SnapshotFigure>().Where(f => EF.Parameter(snapshots).Contains(f.SnapshotId));
        await kept.Where(f => EF.Parameter(names).Contains(f.Name)).ExecuteDeleteAsync(cancellation);
        await kept.Within([.. tops.Select(SnapshotFigure.Below)], f => f.Name).ExecuteDeleteAsync(cancellation);
    }
}
