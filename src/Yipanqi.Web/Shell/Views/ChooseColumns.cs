using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Shell.Views;

/// <summary>Keeps which columns of a list the person wants to see.</summary>
public sealed class ChooseColumns(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Columns">Keys to show; none for those the list shows by itself.</param>
    public sealed record Input(string List, IReadOnlyList<string> Columns);

    public async Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<bool>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return new Refusal("view.raced", "", "没有保存。您刚在别处改了列，请刷新后再试。");
        }
    }

    private async Task<Outcome<bool>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var columns = string.Join(',', input.Columns.Where(c => c.Length > 0 && c.All(char.IsAsciiLetterOrDigit)).Distinct());
        if (columns.Length > SavedView.ColumnsLength || input.List.Length is 0 or > SavedView.ListLength)
        {
            return new Refusal("view.columns", "", "没有保存。请在列表上重新选列。");
        }

        var view = await db.Set<SavedView>().SingleOrDefaultAsync(v => v.PersonId == actor.PersonId && v.List == input.List && v.Name == "", cancellation);
        if (view is null)
        {
            if (await db.Set<SavedView>().CountAsync(v => v.PersonId == actor.PersonId, cancellation) >= SaveView.MostOfAPerson)
            {
                return new Refusal("view.many", "", $"没有保存。您已存了 {SaveView.MostOfAPerson} 个筛选，请先删去不用的。");
            }

            view = SavedView.New(actor.TenantId, actor.PersonId, input.List, "");
            db.Add(view);
        }

        view.Keep("", columns);

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "view.columns-chosen", nameof(SavedView), view.Id), cancellation);
        }

        return true;
    }
}
