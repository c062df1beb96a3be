using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Changes what is told of a person. Whoever saves second, having read before the first save, is told so and loses nothing typed.</summary>
public sealed class EditPerson(UnitOfWork unitOfWork, PersonalSeal seal, TimeProvider clock)
{
    public const string RacedCode = "person.raced";

    private static readonly Refusal Raced = new(RacedCode, "", "没有保存。刚才有人改过这条记录，或用了同一个工号、证件号。您填的内容还在，请对照现在的内容；再保存一次即以您填的为准。");

    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid PersonId, int Version, PersonValues Values);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return Raced;
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindManagedAsync(actor, input.PersonId, cancellation) is not { } detail)
        {
            return PersonAccess.Absent;
        }

        if (detail.Version != input.Version)
        {
            return Raced;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (refusals, facts) = PersonText.Read(input.Values, ChinaTime.DayOf(now));
        var workUnit = await WorkUnitAsync(db, actor, detail, input.Values.WorkUnit, refusals, cancellation);
        Check(detail, facts with { WorkUnitId = workUnit }, refusals);
        if (facts.StaffCode != detail.StaffCode && await db.Set<PersonDetail>().AnyAsync(d => d.StaffCode == facts.StaffCode, cancellation))
        {
            refusals.Add(new Refusal("person.code", "StaffCode", $"工号 {facts.StaffCode} 已经用过。请核对。"));
        }

        return refusals.Count > 0
            ? Outcome<Guid>.Refused(refusals)
            : await WriteAsync(db, actor, detail, facts with { WorkUnitId = workUnit }, input.Values, now, cancellation);
    }

    private async Task<Outcome<Guid>> WriteAsync(YipanqiDb db, Actor actor, PersonDetail detail, PersonFacts facts, PersonValues values, DateTime now, CancellationToken cancellation)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == detail.PersonId, cancellation);
        var before = detail.Facts;
        var renamed = person.Rename(values.Name);
        var described = detail.Describe(facts);
        var numbers = await PersonNumbers.ApplyAsync(db, seal, detail, values, cancellation);
        if (!numbers.IsDone)
        {
            return Outcome<Guid>.Refused(numbers.Refusals);
        }

        if (renamed || described || numbers.Value)
        {
            var changes = JsonSerializer.Serialize(new { fields = Changed(before, facts, renamed, numbers.Value) });
            await db.SaveAsync(new Change(actor.PersonId, now, "person.edited", nameof(Person), person.Id, "", changes), cancellation);
        }

        return person.Id;
    }

    // The unit a person works in may lie outside what the actor manages: it then stays, unless another is named.
    private static async Task<Guid?> WorkUnitAsync(YipanqiDb db, Actor actor, PersonDetail detail, string asked, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (asked.Length == 0)
        {
            return null;
        }

        if (await db.Set<Unit>().AnyAsync(u => u.Id == detail.WorkUnitId && (u.Code == asked || u.Name == asked), cancellation))
        {
            return detail.WorkUnitId;
        }

        var found = await db.FindUnitAsync(actor, Track.Administrative, asked, "WorkUnit", cancellation);
        refusals.AddRange(found.Refusals);
        return found.IsDone ? found.Value.Id : null;
    }

    private static void Check(PersonDetail detail, PersonFacts facts, List<Refusal> refusals)
    {
        if (detail.BranchId is not null && refusals.Count == 0 && !PartyWords.IsMember(facts.Status))
        {
            refusals.Add(new Refusal("person.status", "Status", $"此人在支部有组织关系，不能改为{PartyWords.Of(facts.Status)}。请先终止组织关系。"));
        }

        if (detail.BranchId is null && refusals.Count == 0 && facts.WorkUnitId is null)
        {
            refusals.Add(new Refusal("person.place", "WorkUnit", "此人没有所在支部，工作单位不能再清空，否则没有人能管理这条记录。"));
        }
    }

    private static List<string> Changed(PersonFacts before, PersonFacts after, bool renamed, bool numbers)
    {
        (string Field, bool Differs)[] all =
        [
            ("name", renamed), ("staff_code", before.StaffCode != after.StaffCode), ("gender", before.Gender != after.Gender), ("birth_month", before.BirthMonth != after.BirthMonth),
            ("status", before.Status != after.Status), ("joined_day", before.JoinedDay != after.JoinedDay), ("full_member_day", before.FullMemberDay != after.FullMemberDay),
            ("work_unit", before.WorkUnitId != after.WorkUnitId), ("key_post", before.IsKeyPost != after.IsKeyPost), ("numbers", numbers),
        ];
        return [.. all.Where(f => f.Differs).Select(f => f.Field)];
    }
}
