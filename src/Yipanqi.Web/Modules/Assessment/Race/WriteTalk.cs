using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Writes or rewrites the talk of an organisation on a published quarter, until the level above has commented on it.</summary>
public sealed class WriteTalk(UnitOfWork unitOfWork, TimeProvider clock)
{
    internal static readonly Refusal Absent = new("talk.absent", "", "本季度没有这家单位的考评结果，或者不由您填写。");

    public sealed record Input(Quarter Quarter, Guid UnitId, string Highlights, string Problems, string ExampleTitle, string Example);

    public async Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var typed = input with { Highlights = input.Highlights.Trim(), Problems = input.Problems.Trim(), ExampleTitle = input.ExampleTitle.Trim(), Example = input.Example.Trim() };
        var refusals = Check(typed);
        return refusals.Count > 0 ? Outcome<bool>.Refused(refusals) : await unitOfWork.WriteAsync(actor.TenantId, db => WriteAsync(db, actor, typed, cancellation), cancellation);
    }

    private async Task<Outcome<bool>> WriteAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (!await db.IsTalkedOfAsync(actor, Permission.EnterObservations, input.Quarter, input.UnitId, cancellation))
        {
            return Absent;
        }

        var key = input.Quarter.Key;
        var talk = await db.Set<StageTalk>().SingleOrDefaultAsync(t => t.QuarterKey == key && t.UnitId == input.UnitId, cancellation);
        if (talk is { IsCommented: true })
        {
            return new Refusal("talk.commented", "", "上级已经点评，发言不能再改。");
        }

        if (talk is null)
        {
            talk = StageTalk.New(db.TenantId, input.Quarter, input.UnitId);
            db.Add(talk);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        talk.Write(input.Highlights, input.Problems, input.ExampleTitle, input.Example, actor.PersonId, now);
        await db.SaveAsync(new Change(actor.PersonId, now, "talk.written", nameof(StageTalk), input.UnitId, "", DetailOf(input.Quarter)), cancellation);
        return true;
    }

    internal static string DetailOf(Quarter quarter, bool? spread = null) => JsonSerializer.Serialize(new { quarter = quarter.ToString(), spread });

    private static List<Refusal> Check(Input input)
    {
        var refusals = new List<Refusal>();
        void Ask(bool wrong, string field, string sentence)
        {
            if (wrong)
            {
                refusals.Add(new Refusal("talk." + field, field, sentence));
            }
        }

        Ask(input.Highlights.Length is 0 or > StageTalk.MostText, nameof(input.Highlights), $"请写本季亮点，{StageTalk.MostText} 字以内。");
        Ask(input.Problems.Length is 0 or > StageTalk.MostText, nameof(input.Problems), $"请写存在的问题，{StageTalk.MostText} 字以内；没有也请写明。");
        Ask(input.ExampleTitle.Length > StageTalk.MostTitle, nameof(input.ExampleTitle), $"案例名称最多 {StageTalk.MostTitle} 字。");
        Ask(input.Example.Length > StageTalk.MostExample, nameof(input.Example), $"案例做法最多 {StageTalk.MostExample} 字。");
        Ask(input.ExampleTitle.Length > 0 != input.Example.Length > 0, nameof(input.Example), "案例名称和做法要一起填；没有案例，两项都不填。");
        return refusals;
    }
}
