using Microsoft.AspNetCore.Identity;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Demo;

/// <summary>
/// Fills an empty database with a made-up province, for benchmarks and drills: published quarters as packed observations and snapshots,
/// and one open quarter as observation rows. The account is <c>lead</c>. The same number gives the same figures.
/// </summary>
public sealed class ProvinceSeed(UnitOfWork unitOfWork, BulkWrite bulk, Action<string> say)
{
    /// <summary>The open quarter; the published ones come right before it.</summary>
    public static readonly Quarter Open = new(2026, 3);

    /// <param name="assessed">Assessed organisations.</param>
    /// <param name="published">Published quarters.</param>
    /// <returns>The tenant.</returns>
    public async Task<Guid> FillAsync(int assessed, int published, CancellationToken cancellation)
    {
        var units = ProvinceUnits.Make(Guid.CreateVersion7(), assessed);
        var first = Enumerable.Range(0, published).Aggregate(Open, (q, _) => q.Previous);
        var clock = new DemoClock();
        clock.SetDay(first.FirstDay);
        var lead = await FoundAsync(units, clock, cancellation);
        await bulk.RunAsync<bool>(
            units.TenantId,
            async (db, rows) =>
            {
                await rows.InsertAsync(units.All, cancellation);
                await rows.InsertAsync(units.Links, cancellation);
                await rows.InsertAsync(units.All.SelectMany(u => SearchTerms.Of(units.TenantId, u.ToSearch())), cancellation);
                await db.SaveAsync(new Change(lead.PersonId, clock.Now, "unit.imported", nameof(Unit), null, Detail: $"{{\"count\":{units.All.Count}}}"), cancellation);
                return true;
            },
            cancellation);
        say($"{units.All.Count:N0} units, {units.Links.Count:N0} links");
        var quarters = await ProvinceQuarters.BeginAsync(unitOfWork, bulk, units, lead, clock, cancellation);
        for (var number = 0; number < published; number++, first = first.Next)
        {
            await quarters.PublishAsync(first, number, published, cancellation);
            say($"{first} published");
        }

        var count = await quarters.ReportAsync(Open, published, cancellation);
        say($"{Open} open, {count:N0} observation rows");
        return units.TenantId;
    }

    private async Task<Actor> FoundAsync(ProvinceUnits units, DemoClock clock, CancellationToken cancellation)
    {
        var account = Account.New(units.TenantId, "lead", DemoAccounts.Secret, new UpperInvariantLookupNormalizer(), new PasswordHasher<Account>());
        var person = Person.New(units.TenantId, "周明", account.Id);
        await unitOfWork.WriteAsync<bool>(
            units.TenantId,
            async db =>
            {
                db.Add(new Domain { Id = units.TenantId, Name = units.Committee.Name, ShortName = units.System.Name, IsDemo = true, CreatedUtc = clock.Now });
                db.AddRange(units.Groups);
                db.AddRange(account, person);
                await db.SaveAsync(new Change(null, clock.Now, "demo.founded", nameof(Domain), units.TenantId), cancellation);
                return true;
            },
            cancellation);
        await bulk.RunAsync<bool>(
            units.TenantId,
            async (db, rows) =>
            {
                Unit[] tops = [units.Committee, units.System];
                await rows.InsertAsync(tops, cancellation);
                await rows.InsertAsync(tops.SelectMany(u => SearchTerms.Of(units.TenantId, u.ToSearch())), cancellation);
                await db.SaveAsync(new Change(person.Id, clock.Now, "unit.imported", nameof(Unit), null, Detail: "{\"count\":2}"), cancellation);
                return true;
            },
            cancellation);
        await unitOfWork.WriteAsync<bool>(
            units.TenantId,
            async db =>
            {
                db.Add(Post.New(person, units.Committee, PostRole.WorkCommitteeLead, "负责人", DateOnly.FromDateTime(clock.Now)));
                await db.SaveAsync(new Change(null, clock.Now, "post.given", nameof(Post), person.Id), cancellation);
                return true;
            },
            cancellation);
        units.All.RemoveRange(0, 2);
        var permissions = PostRoles.PermissionsOf(PostRole.WorkCommitteeLead);
        return new Actor(units.TenantId, person.Id, person.Name, "", [new(units.Committee.Path, permissions), new(units.System.Path, permissions)]);
    }
}
