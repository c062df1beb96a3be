using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The schemes of the committee. Published versions are there for all who see figures; drafts for those who manage schemes.</summary>
public sealed class SchemesQuery(UnitOfWork unitOfWork)
{
    public Task<IReadOnlyList<SchemeLine>> AllAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync<IReadOnlyList<SchemeLine>>(
        actor.TenantId,
        async db => [.. (await Lines(db, actor, null).ToListAsync(cancellation)).OrderBy(l => l.Code, StringComparer.Ordinal).ThenByDescending(l => l.Number)],
        cancellation);

    public Task<SchemeView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var line = await Lines(db, actor, id).SingleOrDefaultAsync(cancellation);
            if (line is null)
            {
                return null;
            }

            var json = await db.Set<Scheme>().Where(s => s.Id == id).Select(s => s.Definition).SingleAsync(cancellation);
            var definition = SchemeJson.Read(json);
            var obstacles = line.Status == SchemeStatus.Draft ? SchemeCheck.Check(definition).Concat(IndicatorLint.Check(definition)) : [];
            return new SchemeView(line, definition, Rows(definition), [.. obstacles]);
        },
        cancellation);

    private static IQueryable<SchemeLine> Lines(YipanqiDb db, Actor actor, Guid? only)
    {
        var mayManage = actor.Can(Permission.ManageSchemes);
        return from s in db.Set<Scheme>()
               where (s.Status == SchemeStatus.Published || mayManage) && (only == null || s.Id == only)
               select new SchemeLine(
                   s.Id, s.Code, s.Name, s.Number, s.Status, s.DefinitionHash, s.CreatedUtc,
                   db.Set<Person>().Where(p => p.Id == s.CreatedBy).Select(p => p.Name).FirstOrDefault() ?? "", s.PublishedUtc,
                   db.Set<Person>().Where(p => p.Id == s.PublishedBy).Select(p => p.Name).FirstOrDefault() ?? "");
    }

    private static IReadOnlyList<SchemeTreeRow> Rows(SchemeDefinition definition)
    {
        var structure = SchemeStructure.Build(definition);
        var nodes = definition.Nodes.ToDictionary(n => n.Code);
        return [.. Below(structure.Root, 0)];

        IEnumerable<SchemeTreeRow> Below(int node, int depth) =>
            structure.Children(node).ToArray().SelectMany(c => Below(c, depth + 1))
                .Prepend(new SchemeTreeRow(nodes[structure.Nodes[node].Code], depth, structure.EffectiveWeights[node]));
    }
}
