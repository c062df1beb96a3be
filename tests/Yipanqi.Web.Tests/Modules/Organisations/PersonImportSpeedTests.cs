using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Organisations.People.Import;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

/// <summary>Measured with nothing beside it; on a machine that is busy with other things the figures say little.</summary>
[Collection(nameof(PersonImportSpeedTests))]
[CollectionDefinition(nameof(PersonImportSpeedTests), DisableParallelization = true)]
public sealed class PersonImportSpeedTests(ITestOutputHelper output)
{
    private const int People = 20_000;
    private const int MostSeconds = 10;
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases)), Trait("Category", "Full")]
    public async Task Take_twenty_thousand_people_within_ten_seconds_a_step(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await PeopleGround.StartAsync(database, clock);
        var journey = new Journey(database, clock, new PersonImport(ground.Seal, clock));
        var file = Encoding.UTF8.GetBytes(Rows());
        var lead = ground.Committee.Lead;
        var draft = await MeasureAsync("upload", async () => (await journey.UploadAsync(lead, file, ("default_day", "2026-10-12"))).Value);

        var preview = await MeasureAsync("preview", () => journey.PreviewAsync(lead, draft.Result));
        var import = await MeasureAsync("import", () => journey.CommitAsync(lead, draft.Result));
        var again = await journey.UploadAsync(lead, file, ("default_day", "2026-10-12"));
        var unchanged = await MeasureAsync("preview of the same again", () => journey.PreviewAsync(lead, again.Value));

        (preview.Result.Count(RowChange.Added), import.Result.IsDone, unchanged.Result.Count(RowChange.Unchanged)).ShouldBe((People, true, People));
        new[] { draft.Seconds, preview.Seconds, import.Seconds, unchanged.Seconds }.Max().ShouldBeLessThan(MostSeconds);

        async Task<(T Result, double Seconds)> MeasureAsync<T>(string step, Func<Task<T>> run)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var result = await run();
            output.WriteLine($"{kind} {step}: {watch.Elapsed.TotalSeconds:0.0} s, of which own processor time {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s");
            return (result, watch.Elapsed.TotalSeconds);
        }
    }

    private static string Rows()
    {
        var text = new StringBuilder("工号,姓名,党员身份,所在支部,进入支部日期,工作单位,手机号,入党日期,转正日期,性别,出生年月,重点岗位\n");
        for (var i = 1; i <= People; i++)
        {
            var member = i % 5 != 0;
            text.Append($"G{i},赵示{i},{(member ? $"正式党员,P1B{1 + (i % 2)},2020-01-01" : "群众,,")},A1D1,1000{i:0000000},{(member ? "2010-07-01,2011-07-01" : ",")},女,1985-01,否\n");
        }

        return text.ToString();
    }
}
