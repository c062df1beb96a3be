using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Every seeded row by its id, so that an id in an address, a field or an option is known for what it names.</summary>
public sealed partial class KnownRows
{
    private readonly Dictionary<Guid, KnownRow> byId = [];
    private readonly ILookup<(Type, char, int), KnownRow> byPlace;

    private KnownRows(IEnumerable<KnownRow> rows)
    {
        foreach (var row in rows)
        {
            byId[row.Id] = row;
        }

        byPlace = byId.Values.ToLookup(r => (r.Type, r.Tenant, r.Unit));
    }

    public IEnumerable<Type> Types => byId.Values.Select(r => r.Type).Distinct();

    public static async Task<KnownRows> ReadAsync(TestDatabase database, params SecurityTenant[] tenants)
    {
        var found = new List<KnownRow>();
        foreach (var tenant in tenants)
        {
            using var db = new YipanqiDb(database.Options, tenant.Id);
            foreach (var entity in ModelSeeder.PrincipalsFirst(db.Model).Where(e => e.FindProperty("Id")?.ClrType == typeof(Guid)))
            {
                var rows = await Rows.AllAsync(database, tenant.Id, entity.ClrType);
                found.AddRange(rows.Select(r => new KnownRow((Guid)entity.FindProperty("Id")!.PropertyInfo!.GetValue(r)!, entity.ClrType, tenant.Letter, UnitOf(entity, r, tenant), StateOf(entity, r, tenant))));
            }
        }

        return new KnownRows(found);
    }

    /// <summary>The ids in the text that name seeded rows, each once, in order.</summary>
    public List<KnownRow> In(string text) =>
        [.. Ids().Matches(text).Select(m => Guid.Parse(m.Value)).Distinct().Where(byId.ContainsKey).Select(i => byId[i])];

    /// <summary>A row of the type in the tenant that belongs to the unit; else one of the tenant as a whole; null where there is none.</summary>
    /// <param name="state">Only in this state; empty: in any.</param>
    public KnownRow? At(Type type, char tenant, int unit, string state = "") =>
        byPlace[(type, tenant, unit)].Concat(byPlace[(type, tenant, 0)]).FirstOrDefault(r => state.Length == 0 || r.State == state);

    /// <summary>Puts another id in the place of one, written the same way.</summary>
    public static string Replace(string text, Guid id, string other) => text
        .Replace(id.ToString(), other, StringComparison.OrdinalIgnoreCase)
        .Replace(id.ToString("N"), Guid.TryParse(other, out var theirs) ? theirs.ToString("N") : other, StringComparison.OrdinalIgnoreCase);

    private static string StateOf(IEntityType entity, object row, SecurityTenant tenant) => row is Unit unit && tenant.Spare.TryGetValue(unit.Id, out var purpose)
        ? purpose
        : string.Join(' ', entity.GetProperties().Where(PlausibleValue.IsStatus).Select(p => p.PropertyInfo?.GetValue(row)));

    private static int UnitOf(IEntityType entity, object row, SecurityTenant tenant)
    {
        if (row is Unit unit)
        {
            return tenant.NumberOf(unit.Id);
        }

        if (tenant.People.FirstOrDefault(p => ReferenceEquals(row, p.Value.Person) || (row as Person)?.Id == p.Value.Person.Id).Key is { } principal)
        {
            return principal.Unit;
        }

        var texts = entity.GetProperties().Where(p => p.ClrType == typeof(string)).Select(p => p.PropertyInfo?.GetValue(row) as string ?? "");
        var told = Canary.In(string.Join(' ', texts)).Select(c => c.Unit).Where(u => u > 0).ToList();
        return told.Count > 0 ? told[0] : entity.FindProperty("UnitId")?.PropertyInfo?.GetValue(row) is Guid id ? tenant.NumberOf(id) : 0;
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}")]
    private static partial Regex Ids();
}
