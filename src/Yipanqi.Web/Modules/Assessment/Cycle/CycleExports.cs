using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Downloads of the cycle: who owes what, with the filters of its page.</summary>
public static class CycleExports
{
    private const int MostRows = 100_000;

    private static readonly TableColumn[] Columns = [new("季度"), new("代码"), new("单位", 28), new("同类组", 20), new("应报"), new("已报"), new("待核"), new("欠报"), new("欠哪几项", 60)];

    public static void MapCycle(this IEndpointRouteBuilder routes) => routes.MapGet("/assessment/collect/export", CollectAsync);

    public static CollectQuery.Filter FilterOf(Func<string, string?> value) =>
        new(value("q")?.Trim(), Guid.TryParse(value("group"), out var group) ? group : null, value("show") != "all", value("sort")?.TrimStart('-') != "code");

    [Needs(Permission.EnterObservations)]
    private static async Task<IResult> CollectAsync(HttpContext http, CollectQuery collect, CurrentQuarterQuery current, string? quarter, string? format, CancellationToken cancellation)
    {
        var asked = await current.FindAsync(http.Actor(), quarter, cancellation);
        var page = await collect.FindAsync(http.Actor(), asked, FilterOf(name => http.Request.Query[name]), 1, cancellation, MostRows);
        return page is null ? Results.NotFound() : TableDownload.Of(format, $"欠报-{asked}", Columns, page.Lines.Select(l => (IReadOnlyList<TableCell>)
        [
            asked.ToString(), l.Code, l.ShortName, l.Group, l.Asked, l.Reported, l.Waiting, l.Owed.Count, string.Join("、", l.Owed.Select(i => $"{i.Code} {i.Name}")),
        ]));
    }
}
