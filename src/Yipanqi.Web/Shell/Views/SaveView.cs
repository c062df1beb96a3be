using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Shell.Views;

/// <summary>Saves filters, order and columns of a list under a name, for the person alone. The same name again replaces what it held.</summary>
public sealed class SaveView(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>More would not be found again.</summary>
    public const int MostOfAPerson = 200;

    /// <param name="Query">Of the list's address; the page number and the open view are left out.</param>
    public sealed record Input(string List, string Name, string Query, bool IsDefault);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return new Refusal("view.raced", "", "没有保存。您刚在别处存了同名的筛选，请刷新后再试。");
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var name = input.Name.Trim();
        var query = Trimmed(input.Query);
        if (name.Length is 0 or > SavedView.NameLength || query.Length > SavedView.QueryLength || input.List.Length is 0 or > SavedView.ListLength)
        {
            return new Refusal("view.name", nameof(input.Name), $"没有保存。请给这个筛选起个名字，最多 {SavedView.NameLength} 字。");
        }

        var mine = await db.Set<SavedView>().Where(v => v.PersonId == actor.PersonId).ToListAsync(cancellation);
        var view = mine.Find(v => v.List == input.List && v.Name == name);
        if (view is null && mine.Count >= MostOfAPerson)
        {
            return new Refusal("view.many", "", $"没有保存。您已存了 {MostOfAPerson} 个筛选，请先删去不用的。");
        }

        if (view is null)
        {
            view = SavedView.New(actor.TenantId, actor.PersonId, input.List, name);
            db.Add(view);
        }

        view.Keep(query, ColumnsNow(mine, input));
        foreach (var other in mine.Where(v => v.List == input.List && v.IsDefault && input.IsDefault))
        {
            other.MarkDefault(false);
        }

        view.MarkDefault(input.IsDefault);

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "view.saved", nameof(SavedView), view.Id), cancellation);
        }

        return view.Id;
    }

    private static string ColumnsNow(List<SavedView> mine, Input input)
    {
        var open = ListAddress.From("/?" + input.Query)[ListView.SavedName];
        return (mine.Find(v => v.Id.ToString() == open) ?? mine.Find(v => v.List == input.List && v.Name.Length == 0))?.Columns ?? "";
    }

    private static string Trimmed(string query) => ListAddress.From("/?" + query).With(ListView.SavedName, null).With(BulkBar.PickName, null).Query;
}
