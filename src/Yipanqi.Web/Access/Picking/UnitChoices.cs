using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>Units that a picker offers: by words, or level by level down the tree.</summary>
public sealed class UnitChoices(UnitOfWork unitOfWork)
{
    /// <summary>Most units shown of one level; those behind are found by words.</summary>
    public const int MostOfLevel = 200;

    private const int Candidates = 200;

    /// <param name="May">The permission that the form asks for; null for seeing alone.</param>
    public sealed record Asked(Permission? May, Track? Track);

    public sealed record Branch(Guid Id, string Code, string Name, Track Track, int Below);

    /// <param name="At">The unit whose level is shown, with its ancestors that may be seen, top first; none for the tops.</param>
    public sealed record Level(IReadOnlyList<Branch> At, IReadOnlyList<Branch> Units);

    /// <summary>The best by words, in order.</summary>
    public Task<List<SearchHit>> FindAsync(Actor actor, Asked asked, SearchWords words, int most, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var units = Within(db, actor, asked);
            var hits = words.Any ? await SearchQuery.FoundAsync(db, m => Among(m, units), m => Hits(db, m), SearchKind.Unit, words, Candidates, cancellation) : [];
            return hits.Take(most).ToList();
        },
        cancellation);

    /// <summary>The units directly below one, or the highest that may be chosen; null where the unit is not among those.</summary>
    public Task<Level?> LevelAsync(Actor actor, Asked asked, Guid? at, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var units = Within(db, actor, asked);
            var above = new List<Branch>();
            if (at is { } id)
            {
                var path = await units.Where(u => u.Id == id).Select(u => u.Path).SingleOrDefaultAsync(cancellation);
                if (path is null)
                {
                    return null;
                }

                var paths = Unit.PathsTo(path);
                above = await Branches(units, units.Where(u => EF.Parameter(paths).Contains(u.Path)).OrderBy(u => u.Depth)).ToListAsync(cancellation);
            }

            var level = at is null ? units.Where(u => !units.Any(p => p.Id == u.ParentId)) : units.Where(u => u.ParentId == at);
            var shown = level.OrderBy(u => u.Track).ThenBy(u => u.SortOrder).ThenBy(u => u.Code).Take(MostOfLevel);
            return new Level(above, await Branches(units, shown).ToListAsync(cancellation));
        },
        cancellation);

    /// <summary>The matches that lead to one of the units.</summary>
    public static IQueryable<SearchMatch> Among(IQueryable<SearchMatch> matches, IQueryable<Unit> units) => matches.Where(m => units.Any(u => u.Id == m.SubjectId));

    public static IQueryable<SearchHit> Hits(YipanqiDb db, IQueryable<SearchMatch> matches) =>
        from match in matches
        join unit in db.Set<Unit>() on match.SubjectId equals unit.Id
        select new SearchHit
        {
            Id = unit.Id,
            Place = match.Place,
            Title = unit.Name,
            Alias = unit.ShortName,
            Code = unit.Code,
            Note = unit.ClosedDay != null ? "已撤销的" : db.Set<Unit>().Where(p => p.Id == unit.ParentId).Select(p => p.ShortName).FirstOrDefault() ?? "",
            Order = unit.Depth,
            SortKey = unit.Code,
        };

    private static IQueryable<Unit> Within(YipanqiDb db, Actor actor, Asked asked)
    {
        var units = db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Open();
        units = asked.May is { } may ? units.Within(actor, may, u => u.Path) : units;
        return asked.Track is { } track ? units.Where(u => u.Track == track) : units;
    }

    private static IQueryable<Branch> Branches(IQueryable<Unit> units, IQueryable<Unit> shown) =>
        shown.Select(u => new Branch(u.Id, u.Code, u.Name, u.Track, units.Count(c => c.ParentId == u.Id)));
}
