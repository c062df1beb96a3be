using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Ends a person's seat within a running term; the seat is vacant from that day on.</summary>
public sealed class LeavePartyPost(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Day">First day on which the post is no longer held.</param>
    public sealed record Input(Guid TermId, Guid PostId, int Version, string Day);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => unitOfWork.ChangePostAsync(
        actor, input.TermId, input.PostId, input.Version,
        async (db, post, term, unit) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (post.ToDay is not null)
            {
                return TermAccess.Absent;
            }

            if (!DayText.TryRead(input.Day, out var day) || day is null || day > ChinaTime.DayOf(now) || day <= post.FromDay)
            {
                return new Refusal("post.day", "Day", $"免职日期要晚于任职的 {post.FromDay:yyyy-MM-dd}，不晚于今天。");
            }

            post.End(day.Value);
            var detail = JsonSerializer.Serialize(new { person = post.PersonId, role = post.Role.ToString() });
            await db.SaveAsync(new Change(actor.PersonId, now, "party-post.left", nameof(Unit), unit.Id, "", detail), cancellation);
            return term.Id;
        },
        cancellation);
}
