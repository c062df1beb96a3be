using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.People.Import;
using Yipanqi.Web.Modules.Organisations.Structure;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>People, memberships, committees and terms: services, menu and downloads.</summary>
public static class PeopleModule
{
    private const int WideColumn = 30;
    private static readonly string[] Seen = [nameof(Permission.ViewPeople)];

    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<PersonalSeal>();
        services.AddSingleton<IImportTarget, PersonImport>();
        services.AddSingleton<IPersonPlaces, MemberPlaces>();
        services.AddSingleton<PeopleQuery>();
        services.AddSingleton<PersonQuery>();
        services.AddSingleton<BranchMembersQuery>();
        services.AddSingleton<AddPerson>();
        services.AddSingleton<EditPerson>();
        services.AddSingleton<MoveMember>();
        services.AddSingleton<CorrectMove>();
        services.AddSingleton<TakeBackMove>();
        services.AddSingleton<RevealNumbers>();
        services.AddSingleton<TermsQuery>();
        services.AddSingleton<UnitTermsQuery>();
        services.AddSingleton<RegisterTerm>();
        services.AddSingleton<RescheduleTerm>();
        services.AddSingleton<CorrectTerm>();
        services.AddSingleton<TakeBackTerm>();
        services.AddSingleton<TakePartyPost>();
        services.AddSingleton<LeavePartyPost>();
        services.AddSingleton<CorrectPartyPost>();
        services.AddSingleton<TakeBackPartyPost>();
        services.AddSingleton<TakeBackExtension>();
        services.AddSingleton<StructureQuery>();
        services.AddSingleton(new MenuEntry(MenuGroup.Strength, "人员", "/people", "users", 5) { AnyOf = Seen });
        services.AddSingleton(new MenuEntry(MenuGroup.Strength, "换届与设置", "/terms", "users-group", 8) { AnyOf = Seen });
    }

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people/export", [Needs(Permission.ViewPeople)] async (HttpContext http, string? format, PeopleQuery people, CancellationToken cancellation) =>
        {
            var filter = PeopleFilter.From(name => http.Request.Query[name]) with { Chosen = ChosenIds.From(http.Request.Query["id"]) };
            var lines = await people.ExportAsync(http.Actor(), filter, cancellation);
            return TableDownload.Of(format, "人员", [.. PersonFields.All.Select(f => new TableColumn(f.Label))], lines.Select(PersonRow));
        });
        routes.MapGet("/terms/export", [Needs(Permission.ViewPeople)] async (HttpContext http, string? format, TermsQuery terms, CancellationToken cancellation) =>
        {
            var lines = await terms.ExportAsync(http.Actor(), TermFilter.From(name => http.Request.Query[name]), cancellation);
            string[] heads = ["编码", "党组织", "状态", "到期日", "届次", "选举日期", "任期（年）", "书记", "在任", "批复职数", "批准的党组织", "批复文号"];
            return TableDownload.Of(format, "届次", [.. heads.Select(h => new TableColumn(h, h == "党组织" ? WideColumn : 16))], lines.Select(l => TermRow(l, terms.Today)));
        });
        routes.MapGet("/terms/check/export", [Needs(Permission.ViewPeople)] async (HttpContext http, string? format, StructureQuery structure, CancellationToken cancellation) =>
        {
            var units = StructureFilter.From(name => http.Request.Query[name]).Apply(await structure.AllAsync(http.Actor(), cancellation));
            string[] heads = ["编码", "党组织", "类别", "结果", "党员", "正式党员", "到期日", "问题", "依据"];
            return TableDownload.Of(format, "组织设置检查", [.. heads.Select(h => new TableColumn(h, h is "党组织" or "问题" or "依据" ? WideColumn : 16))], units.Select(CheckRow));
        });
    }

    // In the order of the import's fields: what was exported can be imported again and changes nothing. The day of entry is not told, since the branch does not change.
    private static IReadOnlyList<TableCell> PersonRow(PersonLine line) =>
    [
        line.StaffCode, line.Name, PartyWords.Of(line.Gender), DayText.WriteMonth(line.BirthMonth), PartyWords.Of(line.Status), DayText.Write(line.JoinedDay), DayText.Write(line.FullMemberDay),
        line.BranchCode, "", line.WorkUnitCode, line.IsKeyPost ? "是" : "否", line.PhoneMasked, line.IdentityMasked,
    ];

    private static IReadOnlyList<TableCell> TermRow(TermLine line, DateOnly today) =>
    [
        line.UnitCode, line.UnitName, TermWords.Of(line.StateOn(today, StructureRules.Current.Rules.NoticeMonths.Value)), DayText.Write(line.DueDay), line.Number, DayText.Write(line.ElectedDay),
        line.TermYears, line.Secretary, line.Held, line.Seats is { } seats ? seats : "", line.Approver, line.ApprovalDocument,
    ];

    private static IReadOnlyList<TableCell> CheckRow(CheckedUnit unit) =>
    [
        unit.Unit.Code, unit.Unit.Name, unit.Unit.Kind, StructureWords.ResultOf(unit), unit.Unit.Members, unit.Unit.FullMembers, DayText.Write(unit.Unit.Term?.DueDay),
        string.Join('\n', unit.Findings.Select(f => f.Text)), string.Join('\n', unit.Findings.Select(f => f.Rule.Cited)),
    ];
}
