using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Track = Yipanqi.Engine.CompositeIndex.Track;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Figures of siblings of a draft from a published quarter, for objective weights.</summary>
public sealed class SiblingFiguresQuery(UnitOfWork unitOfWork, SchemesQuery schemes)
{
    /// <summary>So many past quarters are offered.</summary>
    public const int MostQuarters = 12;

    public Task<List<PublishedQuarter>> QuartersAsync(Actor actor, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => PastQuarter.LastAsync(db, MostQuarters, cancellation), cancellation);

    public async Task<Outcome<SiblingFigures>> FindAsync(Actor actor, Guid schemeId, string node, Track track, Quarter quarter, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageSchemes) || await schemes.FindAsync(actor, schemeId, cancellation) is not { } view
            || SiblingGroup.Find(view.Definition, node, track) is not { } group)
        {
            return DraftAccess.Absent;
        }

        // Scores of aggregates need a scheme that can be run; figures of items do not.
        if (group.Members.Any(m => m.Item is null) && SchemeCheck.Check(view.Definition) is [var first, ..])
        {
            return new Refusal("figures.unready", "Quarter", "方案还不能计算，算不出下级的得分。先处理：" + first.Message);
        }

        var past = await unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, quarter, cancellation), cancellation);
        return past.IsDone ? SiblingFigures.Of(past.Value, view.Definition, group) : Outcome<SiblingFigures>.Refused(past.Refusals);
    }

    private static async Task<Outcome<PastQuarter>> LoadAsync(YipanqiDb db, Actor actor, Quarter quarter, CancellationToken cancellation)
    {
        var heads = await PastQuarter.LastAsync(db, MostQuarters, cancellation);
        if (heads.Find(h => h.Quarter == quarter) is not { } head)
        {
            return new Refusal("figures.quarter", "Quarter", "请选一个已发布的季度。");
        }

        return await PastQuarter.IsOpenToAsync(db, actor, [head], cancellation)
            ? await PastQuarter.LoadAsync(db, head, cancellation)
            : new Refusal("figures.scope", "Quarter", "客观赋权要用全部参评单位的数，您的职务看不到其中一部分，请由工委的同志来做。");
    }
}
