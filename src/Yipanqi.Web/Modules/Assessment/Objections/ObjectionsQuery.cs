using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Objections of a quarter: an organisation's own for those who file them, all of the subtree for those who answer. Everyone sees how
/// many there were and how they ended, without names.
/// </summary>
public sealed class ObjectionsQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="IndexAfter">Index in a snapshot made after the answer; null while the preview is older than it.</param>
    public sealed record Line(
        Guid Id, int Number, Guid UnitId, string ShortName, ObjectionSubject Subject, string Of, string Grounds, string Evidence, ObjectionState State, string FiledBy, DateTime FiledUtc,
        string Answer, string AnsweredBy, DateTime? AnsweredUtc, string CorrectedItem, string CorrectedFigure, double? IndexBefore, double? IndexAfter, bool CanAnswer, bool CanWithdraw);

    public sealed record Count(ObjectionSubject Subject, int Filed, int Accepted, int Rejected, int Withdrawn);

    /// <param name="NotNow">Why no objection is taken today; null where one is.</param>
    public sealed record Page(Quarter Quarter, QuarterState State, DateOnly? Until, string? NotNow, ListPage<Line> List, IReadOnlyList<Count> Counts)
    {
        public IReadOnlyList<Line> Lines => List.Rows;
    }

    /// <param name="openOnly">Only what waits for the actor's answer, see <see cref="Waiting"/>; for those who do not answer, only what nobody has answered yet.</param>
    public Task<Page> FindAsync(Actor actor, Quarter quarter, bool openOnly, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var cycle = await db.CycleOfAsync(quarter, cancellation);
            var mine = Mine(db, actor, quarter);
            var open = actor.Can(Permission.AnswerObjections) ? Waiting(db, actor, cycle) : mine.Where(o => o.State == ObjectionState.Filed);
            var found = await (openOnly ? open : mine).PageAsync(page, rows => rows.OrderBy(o => o.State).ThenByDescending(o => o.Number), rows => rows, cancellation);
            var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
            return new Page(
                quarter, cycle?.State ?? QuarterState.NotOpened, cycle?.ObjectionsUntil, FileObjection.Late(cycle, quarter, today)?.Message,
                new(await LinesAsync(db, actor, cycle, found.Rows, cancellation), found.Page, found.Counted, found.IsMore), await CountsAsync(db, quarter, cancellation));
        },
        cancellation);

    /// <summary>With the items of the quarter, for an answer that corrects one. Null where it is not there or not for this actor.</summary>
    public Task<(Quarter Quarter, Line Line, IReadOnlyList<ItemName> Items)?> OneAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync<(Quarter, Line, IReadOnlyList<ItemName>)?>(
        actor.TenantId,
        async db =>
        {
            var key = await db.Set<Objection>().Where(o => o.Id == id).Select(o => (int?)o.QuarterKey).SingleOrDefaultAsync(cancellation);
            if (key is null)
            {
                return null;
            }

            var quarter = Quarter.FromKey(key.Value);
            var rows = await Mine(db, actor, quarter).Where(o => o.Id == id).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                return null;
            }

            var cycle = await db.CycleOfAsync(quarter, cancellation);
            var nodes = (await db.DefinitionOfAsync(cycle, cancellation))?.Nodes ?? [];
            return (quarter, (await LinesAsync(db, actor, cycle, rows, cancellation))[0], [.. nodes.Where(n => n.Item is not null).Select(n => new ItemName(n.Code, n.Name))]);
        },
        cancellation);

    /// <summary>What waits for the actor's answer: filed by somebody else, while answers are taken. The list and the count beside the menu ask this.</summary>
    internal static IQueryable<Objection> Waiting(YipanqiDb db, Actor actor, QuarterCycle? cycle)
    {
        if (cycle is not { TakesAnswers: true })
        {
            return db.Set<Objection>().Where(_ => false);
        }

        var key = cycle.QuarterKey;
        var units = db.Set<Unit>().Within(actor, Permission.AnswerObjections, u => u.Path);
        return db.Set<Objection>().Where(o => o.QuarterKey == key && o.State == ObjectionState.Filed && o.FiledBy != actor.PersonId && units.Any(u => u.Id == o.UnitId));
    }

    private static IQueryable<Objection> Mine(YipanqiDb db, Actor actor, Quarter quarter)
    {
        var key = quarter.Key;
        var tops = actor.PathsFor(Permission.FileObjections).Concat(actor.PathsFor(Permission.AnswerObjections)).ToList();
        var units = db.Set<Unit>().Within(tops, u => u.Path);
        return db.Set<Objection>().Where(o => o.QuarterKey == key && units.Any(u => u.Id == o.UnitId));
    }

    private static async Task<IReadOnlyList<Count>> CountsAsync(YipanqiDb db, Quarter quarter, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var counts = await db.Set<Objection>().Where(o => o.QuarterKey == key).GroupBy(o => new { o.Subject, o.State })
            .Select(g => new { g.Key.Subject, g.Key.State, Count = g.Count() }).ToListAsync(cancellation);
        int Of(ObjectionSubject subject, ObjectionState state) => counts.Where(c => c.Subject == subject && c.State == state).Sum(c => c.Count);
        return [.. Enum.GetValues<ObjectionSubject>().Select(s => new Count(
            s, Enum.GetValues<ObjectionState>().Sum(state => Of(s, state)), Of(s, ObjectionState.Accepted), Of(s, ObjectionState.Rejected), Of(s, ObjectionState.Withdrawn)))];
    }

    private static async Task<List<Line>> LinesAsync(YipanqiDb db, Actor actor, QuarterCycle? cycle, IReadOnlyList<Objection> rows, CancellationToken cancellation)
    {
        var unitIds = rows.Select(r => r.UnitId).Distinct().ToList();
        var units = await db.Set<Unit>().Where(u => unitIds.Contains(u.Id)).Select(u => new { u.Id, u.ShortName, u.Path }).ToDictionaryAsync(u => u.Id, cancellation);
        var adjustmentIds = rows.Select(r => r.AdjustmentId).OfType<Guid>().ToList();
        var adjustments = await db.Set<Adjustment>().Where(a => adjustmentIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var names = await PersonNames.LoadAsync(db, rows.SelectMany(r => new[] { r.FiledBy, r.AnsweredBy }), cancellation);
        var items = ((await db.DefinitionOfAsync(cycle, cancellation))?.Nodes ?? []).ToDictionary(n => n.Code, n => n.Name);
        var after = cycle is null ? [] : await IndexesAsync(db, cycle.QuarterKey, unitIds, cancellation);
        return [.. rows.Select(o =>
        {
            var of = o.Subject switch
            {
                ObjectionSubject.Item => $"{o.ItemCode} {items.GetValueOrDefault(o.ItemCode)}",
                ObjectionSubject.Adjustment when adjustments.TryGetValue(o.AdjustmentId!.Value, out var a) => $"{AdjustmentWords.NameOf(a.Kind)} {AdjustmentWords.Points(a.Kind, a.Hundredths)} {a.Document}",
                _ => "",
            };
            var path = units[o.UnitId].Path;
            var made = after.GetValueOrDefault(o.UnitId);
            return new Line(
                o.Id, o.Number, o.UnitId, units[o.UnitId].ShortName, o.Subject, of, o.Grounds, o.Evidence, o.State, names.Of(o.FiledBy), o.FiledUtc, o.Answer, names.Of(o.AnsweredBy), o.AnsweredUtc,
                o.CorrectedItem, o.CorrectedFigure, o.IndexBefore, o.State == ObjectionState.Accepted && made.MadeUtc > o.AnsweredUtc ? made.Index : null,
                o.State == ObjectionState.Filed && o.FiledBy != actor.PersonId && actor.Covers(Permission.AnswerObjections, path),
                o.State == ObjectionState.Filed && actor.Covers(Permission.FileObjections, path));
        })];
    }

    // The newest result of the quarter: a preview where there is one, else what is published.
    private static async Task<Dictionary<Guid, (DateTime MadeUtc, double? Index)>> IndexesAsync(YipanqiDb db, int key, List<Guid> unitIds, CancellationToken cancellation)
    {
        var rows = await (
            from s in db.Set<AssessmentSnapshot>()
            where s.QuarterKey == key && s.Status != SnapshotStatus.Superseded
            join l in db.Set<OrganisationScore>() on new { s.TenantId, SnapshotId = s.Id } equals new { l.TenantId, l.SnapshotId }
            where unitIds.Contains(l.UnitId)
            select new { s.Number, l.UnitId, s.CreatedUtc, l.IndexScore }).ToListAsync(cancellation);
        return rows.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number) is { } last ? (last.CreatedUtc, last.IndexScore) : default);
    }
}
