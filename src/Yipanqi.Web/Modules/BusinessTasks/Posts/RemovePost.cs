using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Posts;

/// <summary>Takes a key post away; the journal keeps who held it.</summary>
public sealed class RemovePost(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid TaskId, Guid PostId);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunOpenAsync(unitOfWork, actor, input.TaskId, (db, task) => SaveAsync(db, actor, task, input.PostId, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, Guid postId, CancellationToken cancellation)
    {
        var post = await db.Set<KeyPost>().SingleOrDefaultAsync(p => p.TaskId == task.Id && p.Id == postId, cancellation);
        if (post is null)
        {
            return new Refusal("key-post.absent", "", "没有这个岗位，可能已经删除。请打开任务核对。");
        }

        db.Remove(post);
        var detail = JsonSerializer.Serialize(new { post = post.Id, person = post.PersonId });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "key-post.removed", nameof(BusinessTask), task.Id, "", detail), cancellation);
        return task.Id;
    }
}
