using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Posts;

/// <summary>Names a key post of a task and the Party member who holds it; entering the same title again names another member or leaves it vacant.</summary>
public sealed class FillPost(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    /// <param name="Person">Empty while nobody is named; only people the actor sees can be.</param>
    public sealed record Input(Guid TaskId, string Title, Picked? Person);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunOpenAsync(unitOfWork, actor, input.TaskId, (db, task) => SaveAsync(db, actor, task, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, BusinessTask task, Input input, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if ((input.Title.Length == 0 ? "岗位没有填。" : TaskText.TooLong("岗位", input.Title, KeyPost.TitleLength)) is { } fault)
        {
            refusals.Add(TaskText.Fault(nameof(input.Title), fault));
        }

        var person = input.Person is { IsEmpty: false } ? await FindMemberAsync(db, actor, input.Person, cancellation) : Outcome<Guid?>.Done(null);
        refusals.AddRange(person.Refusals);
        var posts = await db.Set<KeyPost>().Where(p => p.TaskId == task.Id).ToListAsync(cancellation);
        var post = posts.Find(p => p.Title == input.Title);
        if (post is null && posts.Count >= KeyPost.MostOfTask)
        {
            refusals.Add(new Refusal("key-post.most", "", $"一项任务最多 {KeyPost.MostOfTask} 个关键岗位。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        if (post is null)
        {
            post = KeyPost.New(task, input.Title, person.Value);
            db.Add(post);
        }
        else if (!post.Fill(input.Title, person.Value))
        {
            return post.Id;
        }

        var detail = JsonSerializer.Serialize(new { post = post.Id, person = post.PersonId });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "key-post.filled", nameof(BusinessTask), task.Id, "", detail), cancellation);
        return post.Id;
    }

    private async Task<Outcome<Guid?>> FindMemberAsync(YipanqiDb db, Actor actor, Picked picked, CancellationToken cancellation)
    {
        var found = await people.FindPickedAsync(db, actor, Permission.ViewPeople, picked, nameof(Input.Person), cancellation);
        return !found.IsDone ? Outcome<Guid?>.Refused(found.Refusals)
            : await db.Set<PersonDetail>().AnyAsync(d => d.PersonId == found.Value.Id && (d.Status == PartyStatus.FullMember || d.Status == PartyStatus.ProbationaryMember), cancellation)
                ? Outcome<Guid?>.Done(found.Value.Id)
                : new Refusal("key-post.member", nameof(Input.Person), $"{found.Value.Name}不是党员。关键岗位这里登记党员；由其他人担任的，岗位空着即可。");
    }
}
