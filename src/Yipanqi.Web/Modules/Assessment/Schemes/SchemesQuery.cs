using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The schemes of the committee. Published versions are there for all who see figures; the others for those who manage or review schemes.</summary>
public sealed class SchemesQuery(UnitOfWork unitOfWork)
{
    public Task<IReadOnlyList<SchemeLine>> AllAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync<IReadOnlyList<SchemeLine>>(
        actor.TenantId,
        async db => [.. (await Lines(db, Visible(db, actor)).ToListAsync(cancellation)).OrderBy(l => l.Code, StringComparer.Ordinal).ThenByDescending(l => l.Number)],
        cancellation);

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
            return new SchemeView(line, definition, SchemeTree.Rows(definition), obstacles, await ReviewAsync(db, actor, scheme, cancellation), published);
        },
        cancellation);

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
