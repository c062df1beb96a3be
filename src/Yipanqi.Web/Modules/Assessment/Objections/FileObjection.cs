using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An organisation objects within the objection period. A late one is refused with the sentence.</summary>
public sealed class FileObjection(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Of">The item's code, the adjustment's id, or empty for the level.</param>
    public sealed record Input(Quarter Quarter, Guid UnitId, ObjectionSubject? Subject, string Of, string Grounds, string Evidence);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => FileAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> FileAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var key = input.Quarter.Key;
        var unit = await db.Set<Unit>().Within(actor, Permission.FileObjections, u => u.Path).SingleOrDefaultAsync(u => u.Id == input.UnitId && u.IsAssessed, cancellation);
        if (unit is null)
        {
            return new Refusal("objection.unit", nameof(input.UnitId), "没有这家参评单位，或者不由您代为申诉。");
        }

        var cycle = await db.CycleOfAsync(input.Quarter, cancellation);
        if (Late(cycle, input.Quarter, ChinaTime.DayOf(now)) is { } late)
        {
            return late;
        }

        var refusals = Check(input);
        var adjustment = input.Subject == ObjectionSubject.Adjustment && Guid.TryParse(input.Of, out var id)
            ? await db.Set<Adjustment>().SingleOrDefaultAsync(a => a.Id == id && a.UnitId == unit.Id && a.QuarterKey == key && a.State == AdjustmentState.Confirmed, cancellation)
            : null;
        var node = input.Subject == ObjectionSubject.Item ? (await db.DefinitionOfAsync(cycle, cancellation))!.Find(input.Of, _ => true) : null;
        if ((input.Subject == ObjectionSubject.Item && node is null) || (input.Subject == ObjectionSubject.Adjustment && adjustment is null))
        {
            refusals.Add(new Refusal("objection.of", nameof(input.Of), input.Subject == ObjectionSubject.Item ? "请选对哪个项目有异议。" : "请选对哪条加减分有异议。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var number = (await db.Set<Objection>().Where(o => o.QuarterKey == key).MaxAsync(o => (int?)o.Number, cancellation) ?? 0) + 1;
        var objection = Objection.File(
            db.TenantId, input.Quarter, number, unit.Id, input.Subject!.Value, node?.Code ?? "", adjustment?.Id, input.Grounds.Trim(), input.Evidence.Trim(), actor.PersonId, now);
        db.Add(objection);
        var detail = JsonSerializer.Serialize(new { quarter = input.Quarter.ToString(), unit = unit.Id, number, subject = objection.Subject.ToString(), objection.ItemCode });
        await db.SaveAsync(new Change(actor.PersonId, now, "objection.filed", nameof(Objection), objection.Id, "", detail), cancellation);
        return objection.Id;
    }

    /// <summary>Why no objection is taken today; null where one is.</summary>
    internal static Refusal? Late(QuarterCycle? cycle, Quarter quarter, DateOnly today) => cycle switch
    {
        { State: QuarterState.Objecting, ObjectionsUntil: { } until } when today <= until => null,
        { ObjectionsUntil: { } until } when cycle.State != QuarterState.Collecting => new("objection.late", "", $"{quarter.Chinese}的申诉期已于{CycleWords.Day(until)}截止，不再受理。"),
        { ObjectionDays: 0 } => new("objection.none", "", $"{quarter.Chinese}不设申诉期。"),
        _ => new("objection.early", "", $"{quarter.Chinese}还没有进入申诉期。"),
    };

    private static List<Refusal> Check(Input input)
    {
        var refusals = new List<Refusal>();
        if (input.Subject is null)
        {
            refusals.Add(new Refusal("objection.subject", nameof(input.Subject), "请选对什么有异议。"));
        }

        if (input.Grounds.Trim().Length is 0 or > Objection.MostGrounds)
        {
            refusals.Add(new Refusal("objection.grounds", nameof(input.Grounds), $"请写明申诉理由，{Objection.MostGrounds} 字以内。"));
        }

        if (input.Evidence.Trim().Length is 0 or > Objection.MostEvidence)
        {
            refusals.Add(new Refusal("objection.evidence", nameof(input.Evidence), $"请写明佐证材料及其文号，{Objection.MostEvidence} 字以内。"));
        }

        return refusals;
    }
}
