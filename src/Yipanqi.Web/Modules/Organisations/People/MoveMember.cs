using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>
/// 转入、转出、转接、终止组织关系: ends one membership and begins another on the same day, so that they never overlap. Posts in committees above
/// the old branch alone end with it.
/// </summary>
public sealed class MoveMember(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Branch">Code or name of the new branch; empty for 转出 and 终止.</param>
    /// <param name="Day">First day of the new state.</param>
    /// <param name="Note">Number of the letter, where from or where to.</param>
    public sealed record Input(Guid PersonId, MembershipKind Kind, string Branch, string Day, string Note);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return new Refusal("member.raced", "", "没有办理。刚才有人改了此人的组织关系，请核对后再办。");
        }
    }

    /// <summary>What speaks against a move on this day, or null.</summary>
    internal static string? DayFault(DateOnly? day, DateOnly today, DateOnly? currentFrom, DateOnly? lastDay) => (day, currentFrom, lastDay) switch
    {
        (null, _, _) => "日期没有填。",
        ({ } d, _, _) when d > today => "日期不能晚于今天。",
        ({ } d, { } from, _) when d <= from => $"日期要晚于进入现在支部的 {from:yyyy-MM-dd}。",
        ({ } d, null, { } last) when d <= last => $"日期要晚于上一段组织关系的最后一天 {last:yyyy-MM-dd}。",
        _ => null,
    };

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindManagedAsync(actor, input.PersonId, cancellation) is not { } detail)
        {
            return PersonAccess.Absent;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var history = await db.Set<Membership>().Where(m => m.PersonId == detail.PersonId).ToListAsync(cancellation);
        var current = history.Find(m => m.ToDay is null);
        var refusals = new List<Refusal>();
        Check(detail, input, current, refusals);
        _ = DayText.TryRead(input.Day, out var day);
        var dayFault = PersonText.DayFault("日期", input.Day, ChinaTime.DayOf(now)) ?? DayFault(day, ChinaTime.DayOf(now), current?.FromDay, history.Max(m => m.ToDay));
        Add(refusals, "Day", dayFault);
        Add(refusals, "Note", UnitText.TooLong("说明", input.Note, PersonText.NoteLength));
        var branch = await BranchAsync(db, actor, input, current, refusals, cancellation);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        current?.End(detail, day!.Value, input.Kind, branch is null ? input.Note : "");
        if (branch is not null)
        {
            db.Add(Membership.Begin(detail, branch.Id, day!.Value, input.Kind, input.Note));
        }

        await PartyPosts.EndOutsideAsync(db, new Dictionary<Guid, (string?, DateOnly)> { [detail.PersonId] = (branch?.Path, day!.Value) }, cancellation);
        await db.SaveAsync(new Change(actor.PersonId, now, ActionOf(input.Kind), nameof(Person), detail.PersonId, "", Detail(current, branch)), cancellation);
        return detail.PersonId;
    }

    private static void Check(PersonDetail detail, Input input, Membership? current, List<Refusal> refusals)
    {
        var needsCurrent = input.Kind is MembershipKind.Transferred or MembershipKind.TransferredOut or MembershipKind.Ended;
        Add(refusals, "", needsCurrent && current is null ? "此人现在没有组织关系，不能转接、转出或终止。请办理转入。" : null);
        Add(refusals, "", !needsCurrent && current is not null ? "此人现在有组织关系，不能再转入。请办理转接。" : null);
        Add(refusals, "", PartyWords.IsMember(detail.Status) ? null : $"{PartyWords.Of(detail.Status)}没有组织关系。请先把党员身份改为预备党员或正式党员。");
        Add(refusals, "", input.Kind is MembershipKind.Registered || !Enum.IsDefined(input.Kind) ? "请选择办理什么。" : null);
    }

    private static async Task<Unit?> BranchAsync(YipanqiDb db, Actor actor, Input input, Membership? current, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (input.Kind is MembershipKind.TransferredOut or MembershipKind.Ended)
        {
            return null;
        }

        var found = await db.FindUnitAsync(actor, Track.Party, input.Branch, "Branch", cancellation);
        refusals.AddRange(found.Refusals);
        Add(refusals, "Branch", found.IsDone && found.Value.Id == current?.UnitId ? "此人已经在这个支部。" : null);
        return found.IsDone ? found.Value : null;
    }

    private static void Add(List<Refusal> refusals, string field, string? message)
    {
        if (message is not null)
        {
            refusals.Add(new Refusal("member.move", field, message));
        }
    }

    private static string ActionOf(MembershipKind kind) => kind switch
    {
        MembershipKind.Transferred => "membership.transferred",
        MembershipKind.TransferredOut or MembershipKind.Ended => "membership.ended",
        _ => "membership.begun",
    };

    private static string Detail(Membership? from, Unit? to) => JsonSerializer.Serialize(new { from = from?.UnitId, to = to?.Id });
}
