using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Notices;
using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Shell.Views;

/// <summary>Where the little forms above a list post to; each goes back to the list it came from.</summary>
public static class ViewEndpoints
{
    public const string Columns = "/lists/columns";
    public const string Saved = "/lists/views";
    public const string Change = "/lists/views/change";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Columns, ColumnsAsync);
        app.MapPost(Saved, SaveAsync);
        app.MapPost(Change, ChangeAsync);
    }

    private static async Task<RedirectHttpResult> ColumnsAsync(
        HttpContext http, [FromForm] string list, [FromForm] string? back, [FromForm] StringValues column, [FromForm] bool? usual, ChooseColumns choose, Flash flash, Text.T t, CancellationToken cancellation)
    {
        var outcome = await choose.RunAsync(http.Actor(), new(list, usual == true ? [] : [.. column.OfType<string>()]), cancellation);
        return Leave(http, flash, t, outcome, back, new(t["已按您选的列显示"]), a => a.With(ListView.SavedName, null));
    }

    private static async Task<RedirectHttpResult> SaveAsync(
        HttpContext http, [FromForm] string list, [FromForm] string? back, [FromForm] string? name, [FromForm] bool? isDefault, SaveView save, Flash flash, Text.T t, CancellationToken cancellation)
    {
        var address = ListAddress.From(back ?? "");
        var outcome = await save.RunAsync(http.Actor(), new(list, name ?? "", address.Query, isDefault == true), cancellation);
        return Leave(http, flash, t, outcome, back, new(t["已保存筛选“{0}”", name], t["只有您自己看得到。"]), a => outcome.IsDone ? a.With(ListView.SavedName, outcome.Value.ToString()) : a);
    }

    private static async Task<RedirectHttpResult> ChangeAsync(
        HttpContext http, [FromForm] Guid id, [FromForm] ChangeView.Step step, [FromForm] string? back, ChangeView change, Flash flash, Text.T t, CancellationToken cancellation)
    {
        var outcome = await change.RunAsync(http.Actor(), new(id, step), cancellation);
        var words = outcome.IsDone ? outcome.Value : "";
        var notice = step switch
        {
            ChangeView.Step.Delete => t["已删除筛选“{0}”", words],
            ChangeView.Step.Default => t["打开这个列表时先用“{0}”", words],
            _ => t["打开这个列表时不再用“{0}”", words],
        };
        return Leave(http, flash, t, outcome, back, new(notice), a => step == ChangeView.Step.Delete ? a.With(ListView.SavedName, ListView.All) : a);
    }

    private static RedirectHttpResult Leave<TValue>(HttpContext http, Flash flash, Text.T t, Outcome<TValue> outcome, string? back, Notice done, Func<ListAddress, ListAddress> to)
    {
        flash.Set(http, outcome.IsDone ? done : new(Text.T.Of(outcome.Refusals[0].Message), null, NoticeTone.NotDone));
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? to(ListAddress.From(back!)).Href : Addresses.Home);
    }
}
