using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The work committee answers in writing. Accepting corrects the figure, or withdraws the adjustment, in the same unit of work, and the
/// preview has to be made anew. A level is never changed by hand: it follows from the figure that is corrected.
/// </summary>
public sealed class AnswerObjection(UnitOfWork unitOfWork, TimeProvider clock)
{
    internal static readonly Refusal Absent = new("objection.absent", "", "没有这件申诉，或者不在您的范围内。");

    internal static readonly Refusal Done = new("objection.done", "", "这件申诉已经答复或撤回。请刷新后再看。");

    /// <param name="ItemCode">The item to correct, where a level is objected to.</param>
    /// <param name="Figure">The right figure; not asked for an adjustment.</param>
    public sealed record Input(Guid Id, bool Accept, string Answer, string ItemCode, string Figure);

    public Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => AnswerAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<bool>> AnswerAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var (now, answer) = (clock.GetUtcNow().UtcDateTime, input.Answer.Trim());
        var units = db.Set<Unit>().Within(actor, Permission.AnswerObjections, u => u.Path);
        var objection = await db.Set<Objection>().SingleOrDefaultAsync(o => o.Id == input.Id && units.Any(u => u.Id == o.UnitId), cancellation);
        var cycle = objection is null ? null : await db.CycleOfAsync(Quarter.FromKey(objection.QuarterKey), cancellation);
        if (Check(actor, objection, cycle, answer) is { } refusal)
        {
            return refusal;
        }

        if (!input.Accept)
        {
            objection!.Reject(answer, actor.PersonId, now);
        }
        else if (await AcceptAsync(db, actor, objection!, cycle!, input, answer, now, cancellation) is { } wrong)
        {
            return wrong;
        }

        await db.SaveAsync(new Change(actor.PersonId, now, input.Accept ? "objection.accepted" : "objection.rejected", nameof(Objection), objection!.Id, answer), cancellation);
        return true;
    }

    private static Refusal? Check(Actor actor, Objection? objection, QuarterCycle? cycle, string answer) => objection switch
    {
        null => Absent,
        { State: not ObjectionState.Filed } => Done,
        _ when objection.FiledBy == actor.PersonId => new("objection.own", "", "这件申诉是您提的，请由另一位同志答复。"),
        _ when cycle is not { TakesAnswers: true } => new("objection.state", "", "本季度已发布，不能再答复。"),
        _ when answer.Length is 0 or > Objection.MostAnswer => new("objection.answer", nameof(Input.Answer), $"请写明答复，{Objection.MostAnswer} 字以内。"),
        _ => null,
    };

    private static async Task<Refusal?> AcceptAsync(
        YipanqiDb db, Actor actor, Objection objection, QuarterCycle cycle, Input input, string answer, DateTime now, CancellationToken cancellation)
    {
        var before = await IndexAsync(db, objection, cancellation);
        if (objection.Subject == ObjectionSubject.Adjustment)
        {
            var adjustment = await db.Set<Adjustment>().SingleAsync(a => a.Id == objection.AdjustmentId, cancellation);
            if (adjustment.State != AdjustmentState.Withdrawn)
            {
                adjustment.Withdraw(actor.PersonId, now, $"申诉第 {objection.Number} 号采纳");
            }

            objection.Accept(answer, "", "", before, actor.PersonId, now);
            return null;
        }

        var code = objection.Subject == ObjectionSubject.Item ? objection.ItemCode : input.ItemCode;
        if ((await db.DefinitionOfAsync(cycle, cancellation))!.Find(code, _ => true) is not { } node)
        {
            return new Refusal("objection.item", nameof(input.ItemCode), "级别由得分算出，不能直接改。请选要更正的项目。");
        }

        var (reported, wrong) = FigureEntry.Parse(node, input.Figure);
        if (reported is null)
        {
            return new Refusal("objection.figure", nameof(input.Figure), wrong);
        }

        var from = new Provenance(actor.PersonId, now, now, null);
        await db.TakeObservationAsync(cycle.Quarter, objection.UnitId, node.Code, reported with { Source = $"申诉第 {objection.Number} 号更正" }, from, cancellation);
        objection.Accept(answer, node.Code, FigureEntry.Write(reported), before, actor.PersonId, now);
        return null;
    }

    // What the organisation saw when it objected: the index of the quarter's preview.
    private static Task<double?> IndexAsync(YipanqiDb db, Objection objection, CancellationToken cancellation) => (
        from s in db.Set<AssessmentSnapshot>()
        where s.QuarterKey == objection.QuarterKey && s.Status == SnapshotStatus.Preview
        join l in db.Set<OrganisationScore>() on new { s.TenantId, SnapshotId = s.Id } equals new { l.TenantId, l.SnapshotId }
        where l.UnitId == objection.UnitId
        select l.IndexScore).FirstOrDefaultAsync(cancellation);
}
