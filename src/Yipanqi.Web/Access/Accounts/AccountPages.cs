using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

/// <summary>The pages of the three administrators: use cases, lines in the menu, exports.</summary>
public static class AccountPages
{
    private static readonly string[] Administrators = [nameof(Permission.ManageAccounts), nameof(Permission.ApproveAccounts), nameof(Permission.AuditJournal)];

    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<AccountsQuery>()
        .AddSingleton<AccountQuery>()
        .AddSingleton<ProposalsQuery>()
        .AddScoped<ProposeAccount>()
        .AddScoped<ProposeSecret>()
        .AddSingleton<ProposePost>()
        .AddSingleton<ProposeEnd>()
        .AddSingleton<ProposeEnabling>()
        .AddSingleton<WithdrawProposal>()
        .AddSingleton<DecideProposals>()
        .AddSingleton<DisableAccount>()
        .AddSingleton(new MenuEntry(MenuGroup.Administration, "账号", HomePage.Accounts, "user-circle", 10) { AnyOf = Administrators, TabLabel = "账号", TabOrder = 10 })
        .AddSingleton(new MenuEntry(MenuGroup.Administration, "授权审批", HomePage.Approvals, "shield-check", 20) { AnyOf = Administrators, TabLabel = "审批", TabOrder = 20 })
        .AddSingleton(new MenuEntry(MenuGroup.Administration, "职务和权限", "/posts", "id-badge-2", 30) { AnyOf = Administrators, TabLabel = "职务", TabOrder = 30 });

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/accounts/export", [Needs(AccountsQuery.Readers)] async (HttpContext http, string? format, AccountsQuery accounts, TimeProvider clock, CancellationToken cancellation) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var lines = await accounts.ExportAsync(http.Actor(), AccountFilter.From(name => http.Request.Query[name]), cancellation);
            TableColumn[] columns = [new("姓名"), new("账号"), new("状态"), new("现任职务", 50), new("最近登录", 20), new("开通或恢复", 20)];
            return TableDownload.Of(format, "账号", columns, lines.Select(l => Row(l, now)));
        });
        routes.MapGet("/posts/export", [Needs(AccountsQuery.Readers)] async (HttpContext http, string? format, PostsQuery posts, TimeProvider clock, CancellationToken cancellation) =>
        {
            var filter = PostFilter.From(name => http.Request.Query[name], ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime));
            var lines = await posts.ExportAsync(http.Actor(), filter, cancellation);
            TableColumn[] columns = [new("姓名"), new("单位编码"), new("单位", 40), new("角色", 20), new("职务", 24), new("权限", 60), new("起"), new("止")];
            return TableDownload.Of(format, $"职务和权限（{filter.Day:yyyy-MM-dd}）", columns, lines.Select(Row));
        });
    }

    private static IReadOnlyList<TableCell> Row(AccountLine line, DateTime now) =>
        [line.PersonName, line.UserName, AccountWords.Of(line.StateAt(now)), string.Join('、', line.Posts), Time(line.LastSignInUtc), Time(line.EnabledUtc)];

    private static IReadOnlyList<TableCell> Row(PostLine line) =>
    [
        line.PersonName, line.UnitCode, line.UnitName, PostRoles.NameOf(line.Role), line.Title, PermissionWords.Of(PostRoles.PermissionsOf(line.Role)),
        line.FromDay.ToString("yyyy-MM-dd"), line.ToDay?.ToString("yyyy-MM-dd") ?? "",
    ];

    private static string Time(DateTime? utc) => utc is { } time ? ChinaTime.Of(time).ToString("yyyy-MM-dd HH:mm") : "";
}
