using System.Text;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Evidence;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>
/// A published list with a draft of its next version, one without, one of events, a submitted and a reviewed one; obligations of a year in every state for each unit that has
/// some, with evidence, and one of an event. Words of lists are the tenant's, words of obligations their unit's.
/// </summary>
public sealed class DutySeed : Seed
{
    /// <summary>The list whose duties are asked for by events; the third is the branches'.</summary>
    public const string Events = "L5";

    private static readonly int[] Held = [SecurityTenant.First, SecurityTenant.Second, SecurityTenant.Branch, SecurityTenant.OtherBranch, SecurityTenant.FirstOrgan, SecurityTenant.SecondOrgan];

    public override IReadOnlyList<Type> Covers => [typeof(ResponsibilityList), typeof(ListVersion), typeof(Duty), typeof(Obligation), typeof(EvidenceItem), typeof(EvidenceFile)];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var work = database.UnitOfWork;
        var published = await ListAsync(database, clock, tenant, "L1", ListState.Published, DutyWords.Levels.Take(3).Select(DutyWords.Of).ToArray());
        Done(await new DraftListVersion(work, clock).RunAsync(tenant.Colleague, published, default));
        await ListAsync(database, clock, tenant, "L4", ListState.Published, "党支部");
        await ListAsync(database, clock, tenant, Events, ListState.Published, DutyWords.Levels.Take(3).Select(DutyWords.Of).ToArray());
        await ListAsync(database, clock, tenant, "L2", ListState.Submitted, "党支部");
        await ListAsync(database, clock, tenant, "L3", ListState.Reviewed, "党支部");
        Done(await new GenerateObligations(work, new WorkingCalendars(), clock).RunAsync(tenant.Lead, 2026, default));
        foreach (var number in Held)
        {
            await work.WriteAsync<bool>(tenant.Id, db => WorkAsync(db, clock, tenant, number), default);
        }
    }

    private static async Task<Guid> ListAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, string code, ListState state, params string[] levels)
    {
        var (work, text) = (database.UnitOfWork, tenant.CanaryOf(0).ToString());
        var draft = Done(await new StartList(work, clock).RunAsync(tenant.Colleague, new("", code, text[^Math.Min(text.Length, ResponsibilityList.NameLength)..], text), default));
        for (var i = 0; i < levels.Length; i++)
        {
            var fields = code == Events ? DutiesGround.Fields($"{code}-{i}", levels[i], "遇事即办", "发生后9日", wording: text) : DutiesGround.Fields($"{code}-{i}", levels[i], wording: text);
            fields[DutyText.Standard] = fields[DutyText.Clause] = text;
            Done(await new WriteDuty(work, clock).RunAsync(tenant.Colleague, new(draft, i, "", fields), default));
        }

        Done(await new SubmitList(work, clock).RunAsync(tenant.Colleague, new(draft, text), default));
        if (state != ListState.Submitted)
        {
            Done(await new ReviewList(work, clock).RunAsync(tenant.Lead, new(draft, levels.Length + 1, true, text), default));
        }

        return state == ListState.Published ? Done(await new PublishList(work, clock).RunAsync(tenant.Colleague, new(draft, new DateOnly(2026, 3, 1)), default)) : draft;
    }

    // Ten months of a monthly duty: one of each state and request, and some that are open.
    private static async Task<Outcome<bool>> WorkAsync(YipanqiDb db, TestClock clock, SecurityTenant tenant, int number)
    {
        var (unit, text, holder, above) = (tenant.Unit(number), tenant.CanaryOf(number).ToString(), tenant.PersonAt(number).Id, tenant.Colleague.PersonId);
        var rows = await db.Set<Obligation>().Where(o => o.UnitId == unit.Id).OrderBy(o => o.DueDay).ToListAsync();
        rows[1].Claim();
        foreach (var done in rows.Skip(2).Take(3))
        {
            done.Complete(text, holder, new DateOnly(2026, 10, 1));
            var file = new GivenFile(text + ".pdf", Encoding.UTF8.GetBytes("%PDF-" + text));
            (await db.KeepEvidenceAsync(tenant.Lead, done.Id, unit.Id, text, done == rows[2] ? file : null, "File", clock.UtcNow, default)).Refusals.ShouldBeEmpty();
        }

        rows[3].Return(text, above, clock.UtcNow);
        rows[4].Accept(text, above, clock.UtcNow);
        foreach (var (row, kind) in rows.Skip(5).Zip(Enum.GetValues<RequestKind>()))
        {
            row.Ask(kind, kind == RequestKind.Extension ? row.DueDay.AddDays(9) : null, text, holder);
        }

        var duty = await db.Set<Duty>().SingleAsync(d => d.Level == rows[0].Level && d.Frequency == DutyFrequency.OnEvent);
        db.Add(Obligation.Raise(db.TenantId, duty.Id, duty.Facts, unit.Id, Guid.Empty, new DateOnly(2026, 10, 9), text, new DueDay(new DateOnly(2026, 10, 18), false)));
        await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", nameof(Obligation), null), default);
        return true;
    }

    private static T Done<T>(Outcome<T> outcome)
    {
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value;
    }
}
