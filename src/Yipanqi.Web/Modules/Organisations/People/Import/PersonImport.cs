using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>Lists of people, from any table with staff code, name and Party status.</summary>
public sealed class PersonImport(PersonalSeal seal, TimeProvider clock) : IImportTarget
{
    internal const string DayParameter = "default_day";

    public string Code => "people";

    public string Title => "人员";

    public string Description => "人员名单：工号、姓名、党员身份、所在支部、工作单位。按工号认出已有的人，空着的格不改动已有内容；所在支部变了就按转接办理。";

    public Permission Permission => Permission.ManagePeople;

    public (string Action, string SubjectType) Journal => ("person.imported", nameof(Person));

    public Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ImportParameter>>(
        [
            new(DayParameter, "进入支部日期", true, "文件里没写“进入支部日期”的，新增和转接都按这一天。", DayText.Write(Today)),
        ]);

    public Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) =>
        Task.FromResult(PersonFields.All);

    public Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        var fault = PersonText.DayFault("进入支部日期", parameters[DayParameter], Today);
        return Task.FromResult<IReadOnlyList<Refusal>>(fault is null ? [] : [new Refusal("person.day", DayParameter, fault)]);
    }

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var plan = await PlanAsync(db, actor, rows, parameters, cancellation);
        return new ImportPreview([.. plan.Rows.Select(r => r.ToPreview())]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation) =>
        await PersonWriter.WriteAsync(db, await PlanAsync(db, actor, rows, parameters, cancellation), seal, cancellation);

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    private Task<PersonPlan> PlanAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        _ = DayText.TryRead(parameters[DayParameter], out var day);
        return PersonPlan.MakeAsync(db, actor, seal, rows, Today, day ?? Today, cancellation);
    }
}
