using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Gives a full member of the organisation a seat in its running term: elected with it, by-elected or appointed later.</summary>
public sealed class TakePartyPost(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Person">Id, staff code, or name where there is one alone in the organisation.</param>
    public sealed record Input(Guid TermId, string Person, PartyRole Role, SeatKind Kind, string FromDay);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindTermAsync(actor, input.TermId, cancellation) is not var (term, unit))
        {
            return TermAccess.Absent;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var held = await db.Set<PartyPost>().Where(p => p.TermId == term.Id).ToListAsync(cancellation);
        var found = await FindMemberAsync(db, unit, input.Person, cancellation);
        var refusals = found.Refusals.ToList();
        var from = DayOf(term, input, ChinaTime.DayOf(now), refusals);
        refusals.AddRange(PartyPosts.Clashes(held, input.Role, input.Kind, found.IsDone ? found.Value : null, from, to: null));
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        db.Add(PartyPost.Take(term, found.Value, input.Role, input.Kind, from));
        var detail = JsonSerializer.Serialize(new { person = found.Value, role = input.Role.ToString(), by = input.Kind.ToString() });
        await db.SaveAsync(new Change(actor.PersonId, now, "party-post.taken", nameof(Unit), unit.Id, "", detail), cancellation);
        return term.Id;
    }

    private static async Task<Outcome<Guid>> FindMemberAsync(YipanqiDb db, Unit unit, string asked, CancellationToken cancellation)
    {
        _ = Guid.TryParse(asked, out var id);
        var found = await (
            from d in db.MembersOf(unit)
            join p in db.Set<Person>() on new { d.TenantId, Id = d.PersonId } equals new { p.TenantId, p.Id }
            where d.StaffCode == asked || p.Name == asked || d.PersonId == id
            select new { d.PersonId, d.StaffCode, d.Status }).Take(3).ToListAsync(cancellation);
        var one = found.Find(f => f.PersonId == id) ?? found.Find(f => f.StaffCode == asked) ?? (found.Count == 1 ? found[0] : null);
        if (one is null)
        {
            return new Refusal("post.person", "Person", found.Count > 1 ? $"不止一人叫“{asked}”，请从名单里选，或填工号。" : id != default ? "此人不是本组织的党员。" : $"本组织的党员里没有工号或姓名为“{asked}”的人。");
        }

        return one.Status == PartyStatus.FullMember
            ? one.PersonId
            : new Refusal("post.person", "Person", $"预备党员不能任职：{StructureRules.Current.Rules.Eligible.Cited}");
    }

    private static DateOnly DayOf(CommitteeTerm term, Input input, DateOnly today, List<Refusal> refusals)
    {
        if (input.Kind == SeatKind.Elected && input.FromDay.Length == 0)
        {
            return term.ElectedDay;
        }

        var read = DayText.TryRead(input.FromDay, out var day);
        if (!read || day is null || day > today || day < term.ElectedDay)
        {
            refusals.Add(new Refusal("post.day", "FromDay", $"任职日期要在本届选举的 {term.ElectedDay:yyyy-MM-dd} 和今天之间。"));
        }

        return day ?? today;
    }
}
