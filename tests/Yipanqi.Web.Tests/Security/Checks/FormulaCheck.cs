using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.BusinessTasks.Import;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>
/// Every address that hands out a file, with texts in all fields that a spreadsheet would take for a formula. In no file is a formula made of
/// data, and a table reads back as what was there: CSV and workbook alike.
/// </summary>
public sealed partial class FormulaCheck(SecurityGround ground, Inventory inventory)
{
    private const string Triggers = "=+-@\t\r\n＝＋－＠";
    private const string Mark = "qzx";
    private const int TextsAtOnce = 8;

    private static readonly string[] Formats = ["csv", "xlsx"];

    /// <summary>Each sign that begins a formula with what may follow, and what only looks like text.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        .. from sign in Triggers
           from rest in new[] { "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://elsewhere.example\",\"x\")", "SUM(A1:A9)", "DDE(\"cmd\";\"/C calc\";\"a\")", " 1", "'" }
           select sign + rest,
        "'=1", "''=1", "a;=1", "a,=1", "a\n=1", "\"=1",
    ];

    /// <summary>Addresses that handed out a file.</summary>
    public HashSet<string> Files { get; } = [];

    /// <summary>Cells in which one of the texts came.</summary>
    public int Cells { get; private set; }

    public List<string> Findings { get; } = [];

    /// <summary>One for each of the most used signs: as many as one round takes.</summary>
    public static IReadOnlyList<string> Some => [.. "=+-@\t\r＝＠".Select((sign, i) => Texts.Where(t => t[0] == sign).ElementAt(i % 7))];

    /// <param name="with">The texts; all where nothing is told.</param>
    public async Task RunAsync(Func<ProductRoute, bool>? only = null, IReadOnlyList<string>? with = null)
    {
        with ??= Texts;
        var samples = new List<Sample>();
        foreach (var sample in inventory.Samples.Where(s => s.Route.Answers("GET") && !s.Route.IsPage && s.By.IsSignedIn && s.By.Tenant == 'A' && only?.Invoke(s.Route) != false).DistinctBy(s => s.Route.Template))
        {
            if (await FileAsync(sample, sample.Address) is not null)
            {
                samples.Add(sample);
            }
        }

        foreach (var texts in with.Chunk(TextsAtOnce).Select(c => c.Length == TextsAtOnce ? c : [.. with.TakeLast(TextsAtOnce)]))
        {
            Plant(texts);
            foreach (var sample in samples)
            {
                await LookAsync(sample);
            }
        }
    }

    private async Task LookAsync(Sample sample)
    {
        var tables = new List<string>();
        foreach (var address in Formats.Select(f => With(sample.Address, f)).Append(sample.Address))
        {
            if (await FileAsync(sample, address) is not { } bytes)
            {
                continue;
            }

            Files.Add(sample.Route.Template);
            Findings.AddRange(Faults(bytes).Select(f => $"GET {address} as {sample.By}: {f}"));
            if (bytes is not [(byte)'{', ..] && TableReader.Read(bytes, address) is { IsDone: true } read)
            {
                tables.Add(string.Join('\n', read.Value.Rows.Select(r => string.Join('\u001F', r.Cells).TrimEnd('\u001F'))));
                var (whole, rest) = (read.Value.Rows.SelectMany(r => r.Cells).Where(HoldsText).ToList(), read.Value.Rows.SelectMany(r => r.Cells).Where(c => !HoldsText(c)));
                Cells += whole.Count;
                Findings.AddRange(rest.Where(c => Texts.Any(t => c.Contains(t[1..] + Mark, StringComparison.Ordinal))).Select(c => $"GET {address} as {sample.By}: \"{c}\" is not what was there"));
            }
        }

        Findings.AddRange(tables.Distinct().Skip(1).Select(_ => $"GET {sample.Address}: CSV and workbook do not read back the same"));
    }

    // A cell of milestones holds their titles one behind the other, each with its day and without the signs that would end it there.
    private static bool HoldsText(string cell) => Texts.Any(t => cell.Contains(t + Mark, StringComparison.Ordinal))
        || cell.Split('；').All(step => StepDay().IsMatch(step) && Texts.Any(t => step.StartsWith(StepsText.Plain(t + Mark), StringComparison.Ordinal)));

    private static IEnumerable<string> Faults(byte[] bytes)
    {
        if (bytes is not [0x50, 0x4B, ..])
        {
            return Plain(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')).Where(c => c.Length > 0 && Triggers.Contains(c[0]) && !double.TryParse(c, System.Globalization.CultureInfo.InvariantCulture, out _))
                .Select(c => $"the cell \"{c}\" begins like a formula");
        }

        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).SelectMany(e =>
        {
            using var reader = new StreamReader(e.Open());
            return Formula().Matches(reader.ReadToEnd()).Where(m => m.Value.Contains(Mark, StringComparison.Ordinal) || e.FullName.StartsWith("xl/", StringComparison.Ordinal)).Select(m => $"{e.FullName} holds the formula \"{m.Value}\"");
        })];
    }

    // Cells as another program would see them: quotes taken off, apostrophes kept.
    private static IEnumerable<string> Plain(string csv) =>
        PlainCell().Matches(csv).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value);

    private async Task<byte[]?> FileAsync(Sample sample, string address)
    {
        using var response = await (await ground.SessionAsync(sample.By)).SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        return response.IsSuccessStatusCode && response.Content.Headers.ContentDisposition?.DispositionType == "attachment" ? await response.Content.ReadAsByteArrayAsync() : null;
    }

    private static string With(string address, string format) =>
        FormatName().IsMatch(address) ? FormatName().Replace(address, "$1format=" + format) : address + (address.Contains('?') ? '&' : '?') + "format=" + format;

    // In front of every canary in every text of every table; the rows take turns. What is read as JSON stays, and a row whose key would then be another's.
    private void Plant(string[] texts)
    {
        using var connection = new SqliteConnection(ground.Database.ConnectionString);
        connection.Open();
        using var db = new Yipanqi.Web.Database.YipanqiDb(ground.Database.Options, ground.Seeded.A.Id);
        foreach (var (table, column) in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Where(p => p.ClrType == typeof(string)).Select(p => (Table(e), Column(p)))).Distinct().ToList())
        {
            using var command = connection.CreateCommand();
            var turns = string.Join(' ', texts.Select((_, i) => $"WHEN {i} THEN $t{i}"));
            command.CommandText = $"""
                UPDATE OR IGNORE "{table}" SET "{column}" = (CASE rowid % {texts.Length} {turns} END) || substr("{column}", instr("{column}", '{Mark}'))
                WHERE instr("{column}", '{Mark}') > 0 AND substr("{column}", 1, 1) NOT IN ('[', char(123))
                """;
            for (var i = 0; i < texts.Length; i++)
            {
                command.Parameters.AddWithValue($"$t{i}", texts[i]);
            }

            command.ExecuteNonQuery();
        }
    }

    private static string Table(Microsoft.EntityFrameworkCore.Metadata.IEntityType entity) => Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(entity)!;

    private static string Column(Microsoft.EntityFrameworkCore.Metadata.IProperty property) => Microsoft.EntityFrameworkCore.RelationalPropertyExtensions.GetColumnName(property);

    [GeneratedRegex(@" \d{4}-\d{2}-\d{2}$")]
    private static partial Regex StepDay();

    [GeneratedRegex("(?:\"((?:[^\"]|\"\")*)\"|([^,\r\n\"]*))(?:,|\r\n|$)")]
    private static partial Regex PlainCell();

    // Of a workbook, and fields of a document.
    [GeneratedRegex("<(?:\\w+:)?(?:f|instrText|fldSimple)[ >][^<]*")]
    private static partial Regex Formula();

    [GeneratedRegex("([?&])format=\\w*")]
    private static partial Regex FormatName();
}
