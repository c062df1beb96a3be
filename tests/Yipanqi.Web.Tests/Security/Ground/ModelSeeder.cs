using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>
/// Plants rows of every tenant table that nobody planted yet, by reflection over the model: for each unit one row for each value of its
/// status, every text field holding the canary of the unit whose row it is. So an entity added tomorrow is seeded without a line here.
/// </summary>
public sealed class ModelSeeder(TestDatabase database, TestClock clock, SecurityTenant tenant)
{
    // Made by hand in SecurityTenant: what gives scope and permissions must not be made up.
    private static readonly Type[] ByHand = [typeof(Unit), typeof(UnitLink), typeof(Post), typeof(JournalEntry)];

    /// <summary>What cannot be planted, and why.</summary>
    private static readonly Dictionary<Type, string> NotPlanted = new()
    {
        [typeof(PersonalKey)] = "sealed with the keys of the host that makes it, with the first number of a person",
    };

    private readonly Dictionary<(Type Type, int Unit), object> planted = [];

    /// <summary>Why no row of an entity could be planted, by its name.</summary>
    public SortedDictionary<string, string> Failures { get; } = [];

    public async Task PlantAsync()
    {
        var covered = Seed.All.SelectMany(s => s.Covers).Concat(ByHand).Concat(NotPlanted.Keys).ToHashSet();
        var model = new YipanqiDb(database.Options, tenant.Id).Model;
        foreach (var entity in PrincipalsFirst(model))
        {
            if (covered.Contains(entity.ClrType))
            {
                await FindPlantedAsync(entity.ClrType);
                continue;
            }

            foreach (var unit in tenant.Numbers)
            {
                await PlantAsync(entity, unit);
            }
        }
    }

    /// <summary>Entities whose rows belong to a tenant, those that others refer to first.</summary>
    internal static List<IEntityType> PrincipalsFirst(IModel model)
    {
        var open = model.GetEntityTypes().Where(e => Rows.TenantOf(e) is not null).OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        var sorted = new List<IEntityType>();
        while (open.Count > 0)
        {
            var next = open.Find(e => e.GetForeignKeys().All(f => f.PrincipalEntityType == e || !open.Contains(f.PrincipalEntityType))) ?? open[0];
            sorted.Add(next);
            open.Remove(next);
        }

        return sorted;
    }

    private async Task PlantAsync(IEntityType entity, int unit)
    {
        var variants = Math.Max(2, entity.GetProperties().Where(PlausibleValue.IsStatus).Select(p => Enum.GetValues(PlausibleValue.Bare(p.ClrType)).Length).FirstOrDefault());
        for (var variant = 0; variant < variants; variant++)
        {
            try
            {
                var row = await AddAsync(entity, unit, variant);
                planted.TryAdd((entity.ClrType, unit), row);
                Failures.Remove(entity.ClrType.Name);
            }
            catch (Exception e) when (e is DbUpdateException or InvalidOperationException or ArgumentException or FormatException)
            {
                if (planted.Keys.All(k => k.Type != entity.ClrType))
                {
                    Failures[entity.ClrType.Name] = (e.InnerException ?? e).Message;
                }
            }
        }
    }

    private async Task<object> AddAsync(IEntityType entity, int unit, int variant)
    {
        var row = Activator.CreateInstance(entity.ClrType, nonPublic: true)!;
        await database.UnitOfWork.WriteAsync<bool>(
            tenant.Id,
            async db =>
            {
                var entry = db.Entry(row);
                var draft = new RowDraft(tenant, unit, variant, UnitOf(entity, unit), clock.UtcNow);
                foreach (var property in entity.GetProperties().Where(p => !p.IsForeignKey() || p == Rows.TenantOf(entity)))
                {
                    entry.Property(property.Name).CurrentValue = PlausibleValue.Of(property, draft, entry.Property(property.Name).CurrentValue);
                }

                foreach (var key in entity.GetForeignKeys())
                {
                    Refer(entry, key, unit);
                }

                entry.State = EntityState.Added;
                await db.SaveAsync(new Change(tenant.PersonAt(unit).Id, clock.UtcNow, "test.planted", entity.ClrType.Name, null), default);
                return true;
            },
            default);
        return row;
    }

    private void Refer(EntityEntry entry, IForeignKey key, int unit)
    {
        var type = key.PrincipalEntityType.ClrType;
        var principal = type == typeof(Unit) ? tenant.Unit(unit)
            : type == typeof(Person) && !key.IsUnique ? tenant.PersonAt(unit)
            : planted.GetValueOrDefault((type, unit)) ?? planted.GetValueOrDefault((type, 0));
        if (principal is null || key.PrincipalEntityType == key.DeclaringEntityType)
        {
            return;
        }

        foreach (var (own, theirs) in key.Properties.Zip(key.PrincipalKey.Properties).Where(p => p.First.Name != nameof(ITenantOwned.TenantId)))
        {
            entry.Property(own.Name).CurrentValue = theirs.PropertyInfo!.GetValue(principal);
        }
    }

    // What names a unit, itself or by what it refers to, is that unit's; a person is of the unit of their post; the rest is the tenant's.
    private static int UnitOf(IEntityType entity, int unit) => IsOfUnit(entity, []) ? unit : 0;

    private static bool IsOfUnit(IEntityType entity, HashSet<IEntityType> seen) => seen.Add(entity)
        && (entity.ClrType == typeof(Unit) || entity.ClrType == typeof(Person) || entity.FindProperty("UnitId") is not null
            || entity.GetForeignKeys().Any(f => IsOfUnit(f.PrincipalEntityType, seen)));

    private async Task FindPlantedAsync(Type type)
    {
        foreach (var row in await Rows.AllAsync(database, tenant.Id, type))
        {
            planted.TryAdd((type, 0), row);
        }
    }
}
