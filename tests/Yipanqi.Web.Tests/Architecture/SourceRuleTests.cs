using System.Text.RegularExpressions;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Architecture;

/// <summary>
/// What the product's source may not use but in the files listed here, each with its reason: ways past the tenant filter, the journal,
/// the encoder and the network. Symbols that nobody may use at all stand in <c>eng/BannedSymbols.txt</c>.
/// </summary>
public sealed class SourceRuleTests
{
    private static readonly (string What, string Pattern, Dictionary<string, string> Allowed)[] Rules =
    [
        ("raw SQL", @"\b(FromSql|FromSqlRaw|FromSqlInterpolated|ExecuteSql|ExecuteSqlRaw|ExecuteSqlInterpolated|SqlQuery|SqlQueryRaw)(Async)?\b|\.Sql\(|\.CommandText\b|\bCreateCommand\(|\bBegin\w*(Copy|BinaryImport|BinaryExport)(Async)?\b", new()
        {
            ["Database/UnitOfWork.cs"] = "SET LOCAL app.tenant",
            ["Database/TenantFirst.cs"] = "the same before the first command",
            ["Database/Migrator.cs"] = "grants of the application's role",
            ["Database/RowSecurity.cs"] = "policies of the tables",
            ["Database/SqlitePragmas.cs"] = "settings of a connection",
            ["Database/SqliteStatistics.cs"] = "what SQLite knows of its tables",
            ["Database/TableDraft.cs"] = "migrations",
            ["Database/BulkInsert.cs"] = "many rows in one statement, values as parameters",
            ["Database/BinaryRows.cs"] = "COPY of a read, in the transaction and under the row security of its unit of work",
            ["Database/KeptCounts.cs"] = "reads the text of a statement that EF wrote, as a key, and runs none",
            ["Database/BulkRows.cs"] = "COPY in batches, and rows whose keys are there already left as they are",
        }),
        ("a change past SaveAsync", @"\bExecute(Update|Delete)(Async)?\b", new()
        {
            ["Files/Imports/SweepImports.cs"] = "a set operation, followed by its journal entry in the same transaction",
            ["Shell/Forms/SentForms.cs"] = "local rows without tenant",
            ["Shell/Undo/UndoOffers.cs"] = "offers that ran out, in the use case's own save",
            ["Search/SearchTermChanges.cs"] = "words for searching, beside the change that is journaled",
            ["Access/SignIn.cs"] = "counts of wrong secrets, without tenant",
            ["Modules/Assessment/Running/PublishAssessment.cs"] = "figures kept for a preview, gone when it is published and journaled",
            ["Modules/Assessment/Sources/GatherFigures.cs"] = "when records were read without anything new, which is no event",
            ["Modules/Assessment/Running/Live/PreviewMark.cs"] = "marks that were applied, with the run or the update that is journaled",
            ["Modules/Assessment/Running/Live/UpdatePreview.cs"] = "lines and figures written anew, one journal entry for the set",
            ["Modules/Assessment/Running/Live/LiveChunks.cs"] = "chunks written anew, in the update that is journaled",
            ["Modules/Assessment/Running/Live/LiveFigures.cs"] = "kept figures written anew, in the update that is journaled",
            ["Modules/Assessment/Observations/Packed/PackQuarter.cs"] = "a quarter's rows that were packed, one journal entry for the set",
            ["Modules/Assessment/Observations/Packed/PackedObservations.cs"] = "chunks that became rows again, in the step that is journaled",
            ["Access/Guesses/GuessLimits.cs"] = "counts of guesses by where they come from, without tenant",
            ["Access/AccessLock.cs"] = "locks the row of the tenant, changes nothing",
            ["Access/UnitPaths.cs"] = "paths of a whole subtree, inside the use case's own save",
            ["Modules/Responsibilities/Records/SettleByRecords.cs"] = "what records tell of whole sets of units, one journal entry for the run",
            ["Modules/Responsibilities/Obligations/SettleObligations.cs"] = "due days and ends of whole sets, one journal entry for each set",
            ["Modules/Assessment/Cycle/AssessmentMatters.cs"] = "who may see published rows of a subtree that moved, inside the same save",
        }),
        ("markup past the encoder", @"\bMarkupString\b|\bAddMarkupContent\b|\bHtmlString\b|Html\.Raw", new()
        {
            ["Modules/Assessment/Pages/Board/LevelTiles.cs"] = "drawing made of numbers and escaped names",
            ["Shell/Chess/ChessMarkup.cs"] = "rows of the chessboard, every text escaped",
            ["Shell/Drawing/Chart.razor"] = "JSON of a chart, escaped for a script element",
        }),
        ("sections, with which the process may end (docs/decisions/0142)", @"<(PageTitle|HeadContent|HeadOutlet|SectionContent|SectionOutlet)\b", []),
        ("the tenant filter left", @"\bIgnoreQueryFilters\b", []),
        ("a transaction of its own", @"\bBeginTransaction(Async)?\b|\bUseTransaction(Async)?\b|\bTransactionScope\b", new()
        {
            ["Database/UnitOfWork.cs"] = "the one door: sets the tenant first",
        }),
        ("what a database error says in words, which on shards are empty or end in a number", @"\.(ConstraintName|MessageText)\b", []),
        ("the machine's clock", @"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b", []),
        ("a process", @"\bProcess\.Start\b|\bProcessStartInfo\b", []),
        ("the network without the guard of its addresses", @"\bHttpClient\b|\bWebRequest\b|\bHttpWebRequest\b|\bWebClient\b|\bTcpClient\b|\bSmtpClient\b", []),
        ("objects out of bytes", @"\bBinaryFormatter\b|\bTypeNameHandling\b|\bXmlSerializer\b|\bDataContractSerializer\b|\bAssembly\.Load", []),
        ("a query value that is not text, so that the server fails where it cannot be read", @"SupplyParameterFromQuery[^\]]*\]\s*(private|public)\s+(?!string\?)", []),
        ("a form without its token", @"\bDisableAntiforgery\b|\bIgnoreAntiforgeryToken\b|RequireAntiforgeryToken\(false\)", []),
    ];

    [Fact]
    public void Are_kept_by_every_file()
    {
        var sources = Sources().ToList();

        sources.SelectMany(s => Faults(s.Name, s.Text)).ShouldBeEmpty();
        sources.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Name_no_file_that_no_longer_needs_it()
    {
        var sources = Sources().ToDictionary(s => s.Name, s => s.Text);

        Rules.SelectMany(r => r.Allowed.Keys.Where(f => !sources.TryGetValue(f, out var text) || !Regex.IsMatch(text, r.Pattern)).Select(f => $"{f}: {r.What}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("db.Database.ExecuteSqlRaw(\"DELETE FROM unit\")", "raw SQL")]
    [InlineData("connection.BeginRawBinaryCopyAsync(sql)", "raw SQL")]
    [InlineData("await db.Set<Unit>().ExecuteDeleteAsync()", "a change past SaveAsync")]
    [InlineData("@((MarkupString)text)", "markup past the encoder")]
    [InlineData("db.Set<Unit>().IgnoreQueryFilters()", "the tenant filter left")]
    [InlineData("await db.Database.BeginTransactionAsync()", "a transaction of its own")]
    [InlineData("e is PostgresException { SqlState: \"23505\" } p && p.ConstraintName == \"ux_unit_code\"", "what a database error says")]
    [InlineData("var now = DateTime.UtcNow;", "the machine's clock")]
    [InlineData("using var client = new HttpClient();", "the network")]
    [InlineData("[SupplyParameterFromQuery(Name = \"open\")] private bool Open { get; set; }", "a query value")]
    [InlineData("Process.Start(\"sh\")", "a process")]
    public void Find_what_is_planted(string source, string found) => Faults("Modules/Planted.cs", source).ShouldContain(f => f.Contains(found));

    private static IEnumerable<string> Faults(string name, string text) =>
        from rule in Rules
        where !rule.Allowed.ContainsKey(name) && Regex.IsMatch(text, rule.Pattern)
        select $"{name} uses {rule.What} (\"{Regex.Match(text, rule.Pattern).Value}\"): do without, or give the file a line with the reason in SourceRuleTests.";

    private static IEnumerable<(string Name, string Text)> Sources() => ProductSource.Files()
        .Where(f => !f.Name.StartsWith("Database/Migrations/", StringComparison.Ordinal))
        .Select(f => (f.Name, string.Join('\n', f.Text.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))));
}
