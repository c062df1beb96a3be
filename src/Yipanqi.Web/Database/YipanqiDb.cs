using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Database;

/// <summary>
/// The one model, on SQLite and PostgreSQL alike. Every query of a tenant table is filtered by <see cref="TenantId"/>,
/// an instance member, so that the cached model never freezes one tenant's value. <see cref="UnitOfWork"/> opens it.
/// </summary>
public sealed class YipanqiDb(DbContextOptions<YipanqiDb> options, Guid tenantId)
    : IdentityUserContext<Account, Guid>(options)
{
    private bool journaled;

    public Guid TenantId { get; } = tenantId;

    /// <summary>The statement that has to go before the next command; null where it has gone.</summary>
    internal string? Owed { private get; set; }

    /// <summary>Whether this unit of work has written its journal entry.</summary>
    public bool HasJournaled { get; private set; }

    internal string? TakeOwed()
    {
        var owed = Owed;
        Owed = null;
        return owed;
    }

    /// <summary>Writes the journal entry, every pending change and the terms they are found by in one go: the only public save.</summary>
    public Task SaveAsync(Change change, CancellationToken cancellation) => SaveAsync([change], cancellation);

    /// <summary>The same for a decision over several things, each with an entry of its own.</summary>
    public async Task SaveAsync(IReadOnlyCollection<Change> changes, CancellationToken cancellation)
    {
        CheckTenant();
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
        {
            var version = entry.Property(e => e.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }

        var terms = SearchTermChanges.Of(ChangeTracker);
        AddRange(changes.Select(change => JournalEntry.From(TenantId, change)));
        journaled = true;
        try
        {
            var bulk = BulkInsert.TakeFrom(this);
            await SaveChangesAsync(cancellation);
            HasJournaled = true;
            await bulk.WriteAsync(cancellation);
        }
        finally
        {
            journaled = false;
        }

        await terms.WriteAsync(this, cancellation);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseUnjournaled();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseUnjournaled();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(YipanqiDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(ITenantOwned).IsAssignableFrom(t.ClrType)))
        {
            GetType().GetMethod(nameof(Filter), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type.ClrType).Invoke(this, [builder]);
        }

        SnakeCaseNames.Apply(builder.Model);
        OrdinalText.Apply(builder.Model, Database.IsNpgsql());
    }

    private void Filter<T>(ModelBuilder builder) where T : class, ITenantOwned =>
        builder.Entity<T>().HasQueryFilter(row => row.TenantId == TenantId);

    private void CheckTenant()
    {
        foreach (var entry in ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State is not EntityState.Unchanged && entry.Entity.TenantId != TenantId)
            {
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another tenant is in this unit of work.");
            }
        }
    }

    private void RefuseUnjournaled()
    {
        if (!journaled && ChangeTracker.Entries<ITenantOwned>().Any(e => e.State is not EntityState.Unchanged))
        {
            throw new InvalidOperationException("Tenant rows are saved by SaveAsync(Change), so that who, when and why are kept.");
        }
    }
}
