using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The schemes of the committee. Published versions are there for all who see figures; the others for those who manage or review schemes.</summary>
public sealed class SchemesQuery(UnitOfWork unitOfWork)
{
    /// <summary>Most rows of a download.</summary>
    public const int MostRows = 20_000;

    public Task<ListPage<SchemeLine>> PageAsync(Actor actor, SchemeFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Matching(db, actor, filter).PageAsync(page, rows => Ordered(rows, filter), rows => Lines(db, rows), cancellation), cancellation);

    public Task<List<SchemeLine>> AllAsync(Actor actor, SchemeFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => Lines(db, Ordered(Matching(db, actor, filter), filter).Take(MostRows)).ToListAsync(cancellation), cancellation);

    public Task<SchemeView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var line = await Lines(db, Visible(db, actor).Where(s => s.Id == id)).SingleOrDefaultAsync(cancellation);
            if (line is null)
            {
                return null;
            }

            var scheme = await db.Set<Scheme>().SingleAsync(s => s.Id == id, cancellation);
            var definition = scheme.Read();
            var obstacles = line.Status == SchemeStatus.Published ? [] : SubmissionCheck.Of(definition);
            var others = db.Set<Scheme>().Where(s => s.Code == line.Code && s.Status == SchemeStatus.Published && s.Id != id).OrderByDescending(s => s.Number);
            var published = await Lines(db, others).ToListAsync(cancellation);
            var suppliers = await db.SuppliersAsync(definition.Nodes, cancellation);
            var without = definition.Nodes.Where(n => n.IsSupplied() && !suppliers.ContainsKey(n.Code)).Select(n => n.Code).ToList();
            return new SchemeView(line, definition, SchemeTree.Rows(definition), obstacles, await ReviewAsync(db, actor, scheme, cancellation), published, without);
        },
        cancellation);

    private static IQueryable<Scheme> Matching(YipanqiDb db, Actor actor, SchemeFilter filter)
    {
        var rows = Visible(db, actor).AsNoTracking();
        rows = filter.Status is { } status ? rows.Where(s => s.Status == status) : rows;
        return filter.Words is { } words ? rows.Where(s => s.Name.Contains(words) || s.Code.Contains(words)) : rows;
    }

    // Versions of a scheme stand together, the newest first, unless another order is asked for.
    private static IQueryable<Scheme> Ordered(IQueryable<Scheme> rows, SchemeFilter filter) => (filter.Sort, filter.Descending) switch
    {
        ("name", false) => rows.OrderBy(s => s.Name).ThenBy(s => s.Code).ThenByDescending(s => s.Number),
        ("name", true) => rows.OrderByDescending(s => s.Name).ThenBy(s => s.Code).ThenByDescending(s => s.Number),
        ("published", false) => rows.OrderBy(s => s.PublishedUtc).ThenBy(s => s.Code).ThenByDescending(s => s.Number),
        ("published", true) => rows.OrderByDescending(s => s.PublishedUtc).ThenBy(s => s.Code).ThenByDescending(s => s.Number),
        (_, true) => rows.OrderByDescending(s => s.Code).ThenByDescending(s => s.Number),
        _ => rows.OrderBy(s => s.Code).ThenByDescending(s => s.Number),
    };

    private static async Task<SchemeReview> ReviewAsync(YipanqiDb db, Actor actor, Scheme scheme, CancellationToken cancellation)
    {
        var mayOpen = actor.Can(Permission.ManageSchemes) || actor.Can(Permission.ReviewSchemes);
        var ids = new[] { scheme.SubmittedBy, scheme.ReviewedBy };
        var names = await db.Set<Person>().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var edits = mayOpen ? await Edits(db, scheme.Id).Take(Shell.Tables.Paging.RowsAPage).ToListAsync(cancellation) : [];
        var authors = mayOpen ? await ReviewScheme.AuthorsAsync(db, scheme, cancellation) : [];
        return new(
            scheme.Version, scheme.IsAsShipped, scheme.IsReturned, authors.Contains(actor.PersonId), NameOf(scheme.SubmittedBy), scheme.SubmittedUtc,
            NameOf(scheme.ReviewedBy), scheme.ReviewedUtc, scheme.ReviewNote ?? "", edits);

        string NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "") : "";
    }

    private static IQueryable<EditLine> Edits(YipanqiDb db, Guid schemeId) =>
        from e in db.Set<SchemeEdit>()
        where e.SchemeId == schemeId
        orderby e.Number descending
        select new EditLine(e.Number, db.Set<Person>().Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault() ?? "", e.AtUtc, e.What, e.Undone);

    internal static IQueryable<Scheme> Visible(YipanqiDb db, Actor actor)
    {
        var mayOpen = actor.Can(Permission.ManageSchemes) || actor.Can(Permission.ReviewSchemes);
        return db.Set<Scheme>().Where(s => s.Status == SchemeStatus.Published || mayOpen);
    }

    private static IQueryable<SchemeLine> Lines(YipanqiDb db, IQueryable<Scheme> schemes) => schemes.Select(s => new SchemeLine(
        s.Id, s.Code, s.Name, s.Number, s.Status, s.DefinitionHash, s.CreatedUtc,
        db.Set<Person>().Where(p => p.Id == s.CreatedBy).Select(p => p.Name).FirstOrDefault() ?? "", s.PublishedUtc,
        db.Set<Person>().Where(p => p.Id == s.PublishedBy).Select(p => p.Name).FirstOrDefault() ?? ""));
}
