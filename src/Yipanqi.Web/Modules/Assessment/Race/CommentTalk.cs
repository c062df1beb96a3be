using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>点评：the level above says what it thinks of a talk and whether its example is worth spreading. It may correct its comment; the journal keeps both.</summary>
public sealed class CommentTalk(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Quarter Quarter, Guid UnitId, string Comment, bool Spread);

    public Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => CommentAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<bool>> CommentAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var (key, comment) = (input.Quarter.Key, input.Comment.Trim());
        var unit = await db.Set<Unit>().Within(actor, Permission.ReviewObservations, u => u.Path).SingleOrDefaultAsync(u => u.Id == input.UnitId, cancellation);
        var talk = unit is null ? null : await db.Set<StageTalk>().SingleOrDefaultAsync(t => t.QuarterKey == key && t.UnitId == unit.Id, cancellation);
        if (talk is null || !actor.StandsAbove(Permission.ReviewObservations, unit!.Path))
        {
            return new Refusal("talk.absent", "", "没有这篇发言，或者不由您点评。发言由上一级点评。");
        }

        if (Check(actor, talk, comment, input.Spread) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        talk.CommentOn(comment, input.Spread, actor.PersonId, now);
        await db.SaveAsync(new Change(actor.PersonId, now, "talk.commented", nameof(StageTalk), input.UnitId, "", WriteTalk.DetailOf(input.Quarter, input.Spread)), cancellation);
        return true;
    }

    private static Refusal? Check(Actor actor, StageTalk talk, string comment, bool spread) => talk switch
    {
        _ when talk.WrittenBy == actor.PersonId => new("talk.own", "", "这篇发言是您写的，请由上级的另一位同志点评。"),
        _ when comment.Length is 0 or > StageTalk.MostText => new("talk.comment", nameof(Input.Comment), $"请写点评，{StageTalk.MostText} 字以内。"),
        { ExampleTitle: "" } when spread => new("talk.spread", nameof(Input.Spread), "这篇发言没有案例，不能列为可推广。"),
        _ => null,
    };
}
