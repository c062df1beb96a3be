using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Examples that the level above holds worth spreading. They are meant for all: whoever may see assessments reads them, of other organisations too, but
/// nothing else of the talk (docs/decisions/0090).
/// </summary>
public sealed class ExamplesQuery(UnitOfWork unitOfWork)
{
    public sealed record Line(Quarter Quarter, Guid UnitId, string ShortName, string Title, string Text);

    public Task<ListPage<Line>> FindAsync(Actor actor, string? words, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            if (!actor.Can(Permission.ViewAssessment))
            {
                return ListPage<Line>.Empty;
            }

            var spread = db.Set<StageTalk>().Where(t => t.IsSpread);
            var matching = string.IsNullOrWhiteSpace(words) ? spread : spread.Where(t => t.ExampleTitle.Contains(words.Trim()) || t.Example.Contains(words.Trim()));
            var found = await matching.PageAsync(page, t => t.OrderByDescending(x => x.QuarterKey).ThenBy(x => x.UnitId), t => Rows(db, t), cancellation);
            return new ListPage<Line>([.. found.Rows.Select(r => new Line(Quarter.FromKey(r.Key), r.UnitId, r.ShortName, r.Title, r.Text))], found.Page, found.Counted, found.IsMore);
        },
        cancellation);

    private static IQueryable<Row> Rows(YipanqiDb db, IQueryable<StageTalk> talks) =>
        from talk in talks
        join unit in db.Set<Unit>() on new { talk.TenantId, Id = talk.UnitId } equals new { unit.TenantId, unit.Id }
        select new Row(talk.QuarterKey, unit.Id, unit.ShortName, talk.ExampleTitle, talk.Example);

    private sealed record Row(int Key, Guid UnitId, string ShortName, string Title, string Text);
}
