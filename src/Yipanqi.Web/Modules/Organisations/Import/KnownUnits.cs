using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.Import;

/// <summary>The units of the database that a file names by code or by name, read with one command; those outside the actor's scope are only known to exist.</summary>
internal sealed class KnownUnits
{
    private readonly Dictionary<string, Unit> inScope;
    private readonly HashSet<string> outside;
    private readonly ILookup<string, Unit> byName;
    private readonly Dictionary<Guid, Unit> byId;
    private readonly ILookup<Guid, UnitLink> links;

    private KnownUnits(Actor actor, List<Unit> units, List<UnitLink> links)
    {
        inScope = units.Where(u => u.ClosedDay is null && actor.Covers(Permission.ImportUnits, u.Path)).ToDictionary(u => u.Code, StringComparer.Ordinal);
        outside = units.Where(u => !inScope.ContainsKey(u.Code)).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        byName = inScope.Values.ToLookup(u => u.Name, StringComparer.Ordinal);
        byId = inScope.Values.ToDictionary(u => u.Id);
        this.links = links.ToLookup(l => l.PartyUnitId);
    }

    public static async Task<KnownUnits> LoadAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var named = rows.SelectMany(r => new[] { r[UnitFields.Code], r[UnitFields.Name], r[UnitFields.Parent] }.Concat(SplitCodes(r[UnitFields.Links])))
            .Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var codes = rows.Select(r => r[UnitFields.Code]).Distinct(StringComparer.Ordinal).ToArray();

        // EF.Parameter sends the list as one value: SQLite takes no more than some thousand separate ones.
        var ofFile = db.Set<Unit>().Where(u => EF.Parameter(codes).Contains(u.Code));
        var links = db.Set<UnitLink>().Where(l => ofFile.Any(u => u.Id == l.PartyUnitId));
        var units = await db.Set<Unit>()
            .Where(u => EF.Parameter(named).Contains(u.Code) || EF.Parameter(named).Contains(u.Name)
                || ofFile.Any(c => c.ParentId == u.Id) || links.Any(l => l.AdministrativeUnitId == u.Id))
            .ToListAsync(cancellation);
        return new KnownUnits(actor, units, await links.ToListAsync(cancellation));
    }

    public static IReadOnlyList<string> SplitCodes(string text) => text.Split(['、', '，', ',', ';', '；', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public Unit? ByCode(string code) => inScope.GetValueOrDefault(code);

    public bool IsOutside(string code) => outside.Contains(code);

    public IEnumerable<Unit> ByName(string name) => byName[name];

    public Unit? ById(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    public IEnumerable<UnitLink> LinkRowsOf(Unit party) => links[party.Id];

    /// <summary>Codes of the administrative units a Party unit is linked to, in order; those out of scope are left out.</summary>
    public IReadOnlyList<string> LinksOf(Unit party) =>
        [.. links[party.Id].Select(l => ById(l.AdministrativeUnitId)?.Code ?? "").Where(c => c.Length > 0).Order(StringComparer.Ordinal)];
}
