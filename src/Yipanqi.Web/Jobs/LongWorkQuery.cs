using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Jobs;

/// <summary>A person's own long work; another's is as absent as what never was.</summary>
public sealed class LongWorkQuery(UnitOfWork unitOfWork, LongWorkRunner runner, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>Work of a node that never came back is not waited for longer than this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <param name="Step">How far it has come; null where that is not known here.</param>
    public sealed record Line(Guid Id, string Title, string Back, DateTime StartedUtc, DateTime? EndedUtc, LongWorkState State, string Message, string Link, WorkStep? Step);

    public Task<Line?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        UnitOfWork.NoTenant,
        async db => (await Lines(Mine(db, actor).Where(w => w.Id == id)).ToListAsync(cancellation)).Select(Now).SingleOrDefault(),
        cancellation);

    /// <summary>The newest.</summary>
    public Task<List<Line>> RecentAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        UnitOfWork.NoTenant,
        async db => (await Lines(Mine(db, actor).OrderByDescending(w => w.StartedUtc).ThenByDescending(w => w.Id).Take(Most)).ToListAsync(cancellation)).ConvertAll(Now),
        cancellation);

    private static IQueryable<LongWork> Mine(YipanqiDb db, Actor actor) => db.Set<LongWork>().Where(w => w.DomainId == actor.TenantId && w.PersonId == actor.PersonId);

    private static IQueryable<Line> Lines(IQueryable<LongWork> work) =>
        work.Select(w => new Line(w.Id, w.Title, w.Back, w.StartedUtc, w.EndedUtc, w.State, w.Message, w.Link, null));

    private Line Now(Line line) =>
        line.State != LongWorkState.Running ? line
        : runner.StepOf(line.Id) is { } step ? line with { Step = step }
        : clock.GetUtcNow().UtcDateTime - line.StartedUtc > Longest ? line with { State = LongWorkState.Interrupted }
        : line;
}
