using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class DutyImportTests
{
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Adds_and_changes_duties_of_a_draft_and_makes_the_importer_an_author(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;
        await ground.Write.RunAsync(ground.Officer, new(draft, 0, "", DutiesGround.Fields("B-1")), default);
        var rows = Rows(DutiesGround.Fields("B-1", wording: "另写一句"), DutiesGround.Fields("B-2"));

        var preview = await ImportAsync(ground, draft, rows);
        var again = await PreviewAsync(ground, draft, rows);

        preview.Rows.Select(r => r.Change).ShouldBe([RowChange.Updated, RowChange.Added]);
        again.Rows.ShouldAllBe(r => r.Change == RowChange.Unchanged);
        (await ground.Lists.FindAsync(ground.Lead, draft, default))!.Duties.Select(d => d.Wording).ShouldBe(["另写一句", "办结事项B-2"]);
        (await ground.Lists.FindAsync(ground.Lead, draft, default))!.IsAuthor.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Names_every_fault_with_its_field(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;

        var preview = await PreviewAsync(ground, draft, Rows(DutiesGround.Fields("B-1", level: "车间"), DutiesGround.Fields("B-2", due: "月底"), DutiesGround.Fields("B-2")));

        preview.Rows.Select(r => string.Join(',', r.Faults.Select(f => f.Field))).ShouldBe([DutyText.Level, DutyText.Due, DutyText.Code]);
    }

    [Fact]
    public async Task Takes_a_published_list_as_it_is_and_says_what_it_put_in()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "各地公开的责任清单"), default)).Value;
        var (rows, chosen) = await PublishedAsync(ground, draft, leaveOut: true);

        var preview = await PreviewAsync(ground, draft, rows, chosen);
        await ground.SaveAsync(db => new DutyImport().CommitAsync(db, ground.Lead, rows, chosen, default));

        preview.Faulty.ShouldBe(0);
        (preview.Count(RowChange.Added), preview.Count(RowChange.Unchanged)).ShouldBe((47, 20));
        preview.Rows[0].Faults.Select(f => f.Message).ShouldBe(["“全年”说不出频次，先按“每年”登记，导入后可以改。", "“按责任书节点”说不出期限，先按“期末”登记，导入后可以改。"]);
        preview.Rows.SelectMany(r => r.Faults).Count(f => f.Message.EndsWith("这一行不导入。", StringComparison.Ordinal)).ShouldBe(20);
        var duties = (await ground.Lists.FindAsync(ground.Lead, draft, default))!.Duties.ToDictionary(d => d.Code);
        (duties["DI001"].Frequency, duties["DI001"].Clause, duties["DI001"].Minutes).ShouldBe((DutyFrequency.Yearly, "各地公开的责任清单", 20));
        (duties["DI039"].Frequency, duties["DI039"].Due.Write(DutyFrequency.OnEvent)).ShouldBe((DutyFrequency.OnEvent, "发生后10个工作日"));
        (await PreviewAsync(ground, draft, rows, chosen)).Count(RowChange.Unchanged).ShouldBe(67);
    }

    [Fact]
    public async Task Leaves_a_published_list_out_where_nothing_was_chosen_for_what_it_lacks()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;
        var (rows, chosen) = await PublishedAsync(ground, draft, leaveOut: false);

        (await PreviewAsync(ground, draft, rows, chosen)).Faulty.ShouldBe(20);
        (await PreviewAsync(ground, draft, rows, Parameters(draft))).Faulty.ShouldBe(67);
    }

    [Fact]
    public async Task Keeps_of_a_known_duty_what_the_table_does_not_say()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;
        await ground.Write.RunAsync(ground.Officer, new(draft, 0, "", DutiesGround.Fields("B-1")), default);
        var before = (await ground.Lists.FindAsync(ground.Lead, draft, default))!.Duties.Single();
        var fields = DutiesGround.Fields("B-1", wording: "另写一句");
        (fields[DutyText.Standard], fields[DutyText.Due], fields[DutyText.Clause]) = ("", "会后", "");

        var preview = await ImportAsync(ground, draft, Rows(fields));

        preview.Rows.Single().Faults.Single().IsFault.ShouldBeFalse();
        (await ground.Lists.FindAsync(ground.Lead, draft, default))!.Duties.Single().ShouldBe(before with { Wording = "另写一句" });
    }

    [Theory]
    [InlineData(DutyText.Due, "月底")]
    [InlineData(DutyText.Minutes, "半小时")]
    public async Task Refuses_to_put_in_what_cannot_be_read(string field, string text)
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;
        var chosen = new ImportParameters(new Dictionary<string, string> { ["draft"] = draft.ToString(), [field] = text });

        var refusals = await ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => new DutyImport().CheckAsync(db, ground.Lead, chosen, default), default);

        refusals.Single().Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("基层党委", "月", DutyLevel.PartyCommittee, DutyFrequency.Monthly)]
    [InlineData("支部", "按季度", DutyLevel.Branch, DutyFrequency.Quarterly)]
    [InlineData("党小组/党员", "半年", DutyLevel.Member, DutyFrequency.HalfYearly)]
    [InlineData("党组", "年度", DutyLevel.PartyGroup, DutyFrequency.Yearly)]
    [InlineData("党支部", "每次", DutyLevel.Branch, DutyFrequency.OnEvent)]
    [InlineData("党委", "一次", DutyLevel.PartyCommittee, DutyFrequency.Once)]
    public void Reads_levels_and_frequencies_as_published_lists_write_them(string level, string frequency, DutyLevel readLevel, DutyFrequency readFrequency)
    {
        DutyWords.LevelOf(level).ShouldBe(readLevel);
        DutyWords.FrequencyOf(frequency).ShouldBe(readFrequency);
    }

    [Theory, InlineData("全年"), InlineData("按制度"), InlineData("度"), InlineData("按"), InlineData("")]
    public void Takes_no_frequency_from_what_names_no_period(string frequency) => DutyWords.FrequencyOf(frequency).ShouldBeNull();

    [Fact]
    public async Task Takes_only_records_that_the_platform_can_compute_from()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;
        var (unknown, member, onEvent) = (DutiesGround.Fields("B-1"), DutiesGround.Computed("M-1", DutyRecordKind.Terms, "党员"), DutiesGround.Computed("B-3", DutyRecordKind.Stages));
        unknown[DutyText.Computed] = "届次登记和组织设置检查";
        onEvent[DutyText.Frequency] = "遇事即办";

        var preview = await PreviewAsync(ground, draft, Rows(unknown, member, onEvent, DutiesGround.Computed("B-4", DutyRecordKind.Forces)));
        var written = await ground.Write.RunAsync(ground.Officer, new(draft, 0, "", unknown), default);

        preview.Rows.Select(r => string.Join(',', r.Faults.Select(f => f.Field))).ShouldBe([DutyText.Computed, DutyText.Computed, DutyText.Computed, ""]);
        preview.Rows[0].Faults.Single().Message.ShouldContain("取数来源只能是：届次登记、结合点阶段记录、结合点两边阶段记录、年度目标对应、突击队成果");
        written.Refusals.Single().Field.ShouldBe(DutyText.Computed);
    }

    [Fact]
    public void Asks_the_next_version_to_choose_where_an_older_one_named_records_in_words_of_its_own()
    {
        var older = DutyText.Read(field => DutiesGround.Fields("B-1").GetValueOrDefault(field, "")).Value with { ComputedFrom = "台账" };

        (older.IsGenerated, older.IsComputed).ShouldBe((false, false));
        ListCheck.Of([older], new Dictionary<string, DutyLevel>()).Single().Code.ShouldBe("list.computed");
        ListCheck.Of([older with { ComputedFrom = "突击队成果" }], new Dictionary<string, DutyLevel>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_nothing_into_a_published_list()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await DutiesGround.StartAsync(database, clock);
        var list = await ground.ListAsync("X", DutiesGround.Fields("B-1"));

        (await PreviewAsync(ground, list, Rows(DutiesGround.Fields("B-2")))).Faulty.ShouldBe(1);
        (await ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => new DutyImport().CheckAsync(db, ground.Lead, Parameters(list), default), default)).Single().Code.ShouldBe("list.absent");
    }

    /// <summary>The rows of the published duties through the columns that are guessed, and what is chosen beforehand.</summary>
    private static async Task<(IReadOnlyList<ImportRow> Rows, ImportParameters Chosen)> PublishedAsync(DutiesGround ground, Guid draft, bool leaveOut)
    {
        var beforehand = await ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => new DutyImport().ParametersAsync(db, ground.Lead, default), default);
        var chosen = beforehand.ToDictionary(p => p.Code, p => p.Default);
        (chosen["draft"], chosen["levels"]) = (draft.ToString(), leaveOut ? "leave" : "");
        var parameters = new ImportParameters(chosen);
        var fields = await ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => new DutyImport().FieldsAsync(db, ground.Lead, parameters, default), default);
        var table = DraftTable.Guess(TableReader.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "duty_items.csv")), "duty_items.csv").Value, fields);
        var columns = ColumnGuess.Of(table, fields, null);
        fields.Where(f => f.Required).Select(f => f.Code).ShouldBeSubsetOf(columns.Keys);
        return ([.. table.Rows.Select(r => new ImportRow(r, columns))], parameters);
    }

    private Task<ImportPreview> PreviewAsync(DutiesGround ground, Guid draft, IReadOnlyList<ImportRow> rows, ImportParameters? chosen = null) =>
        ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => new DutyImport().PreviewAsync(db, ground.Lead, rows, chosen ?? Parameters(draft), default), default);

    private async Task<ImportPreview> ImportAsync(DutiesGround ground, Guid draft, IReadOnlyList<ImportRow> rows)
    {
        var preview = await PreviewAsync(ground, draft, rows);
        await ground.SaveAsync(db => new DutyImport().CommitAsync(db, ground.Lead, rows, Parameters(draft), default));
        return preview;
    }

    private static ImportParameters Parameters(Guid draft) => new(new Dictionary<string, string> { ["draft"] = draft.ToString() });

    private static List<ImportRow> Rows(params Dictionary<string, string>[] duties)
    {
        var columns = DutyText.Fields.Select((f, i) => (f.Field, i)).ToDictionary(f => f.Field, f => f.i);
        return [.. duties.Select((d, i) => new ImportRow(new SheetRow(i + 2, [.. DutyText.Fields.Select(f => d[f.Field])]), columns))];
    }
}
