using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Shell.Views;

/// <summary>Deletes one of the person's saved views, or makes it the one a list opens with, or no longer.</summary>
public sealed class ChangeView(UnitOfWork unitOfWork, TimeProvider clock)
{
    public enum Step
    {
        Delete,
        Default,
        NotDefault,
    }

    public sealed record Input(Guid Id, Step Step);

    public async Task<Outcome<string>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<string>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Absent;
        }
    }

    private static readonly Refusal Absent = new("view.absent", "", "没有这个筛选，可能已经删除。请刷新。");

    private async Task<Outcome<string>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var mine = await db.Set<SavedView>().Where(v => v.PersonId == actor.PersonId && v.Name != "").ToListAsync(cancellation);
        if (mine.Find(v => v.Id == input.Id) is not { } view)
        {
            return Absent;
        }

        if (input.Step == Step.Delete)
        {
            db.Remove(view);
        }
        else
        {
            mine.ForEach(v => v.MarkDefault(v.List == view.List ? v == view && input.Step == Step.Default : v.IsDefault));
        }

        if (db.ChangeTracker.HasChanges())
        {
            var action = input.Step == Step.Delete ? "view.deleted" : "view.saved";
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, action, nameof(SavedView), view.Id), cancellation);
        }

        return view.Name;
    }
}
