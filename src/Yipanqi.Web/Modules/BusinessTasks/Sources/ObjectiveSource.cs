using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks.Objectives;

namespace Yipanqi.Web.Modules.BusinessTasks.Sources;

/// <summary>A3.1: Party objectives of the year tied to a business objective ÷ all.</summary>
public sealed class ObjectiveSource : RecordSource
{
    public override string Name => "年度目标";

    public override IReadOnlySet<string> Items { get; } = new HashSet<string> { "A3.1" };

    public override IReadOnlySet<string> Subjects { get; } = new HashSet<string> { nameof(Objective) };

    protected override Permission Permission => Permission.ViewTasks;

    public override Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation) => db.Set<Objective>().AnyAsync(cancellation);

    protected override async Task<IReadOnlyList<CountedRecord>> CountAsync(YipanqiDb db, SourcePeriod period, Guid[]? asked, CancellationToken cancellation)
    {
        var year = period.Quarter.Year;
        var all = asked is null ? db.Set<Objective>() : db.Set<Objective>().Where(o => EF.Parameter(asked).Contains(o.UnitId));
        var objectives = await all.Where(o => o.Year == year && o.Track == Track.Party).OrderBy(o => o.Id).Select(o => new { o.UnitId, o.Text, IsTied = o.TiedToId != null }).ToListAsync(cancellation);
        return [.. objectives.Select(o => new CountedRecord(
            new(o.UnitId, "A3.1", o.IsTied ? 1 : 0, 1), o.Text, $"/objectives?year={year}", period.AsOf, o.IsTied, o.IsTied ? "已对应业务目标" : "没有对应业务目标"))];
    }
}
