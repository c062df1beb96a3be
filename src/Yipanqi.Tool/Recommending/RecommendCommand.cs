using System.CommandLine;
using Yipanqi.Engine.Text;

namespace Yipanqi.Tool;

/// <summary><c>yipanqi recommend</c>: Party measures that fit key tasks, each with the words that made it fit.</summary>
internal static class RecommendCommand
{
    private const string Resource = "text/fields.tsv";

    public static Command Create()
    {
        var tasks = new Option<string>("--tasks") { Description = "Columns task_id and task; others are not read.", Required = true };
        var measures = new Option<string>("--measures") { Description = "Columns id, name and description; others are not read.", Required = true };
        var top = new Option<int>("--top") { Description = "Measures per task at most.", DefaultValueFactory = _ => 5 };
        top.Validators.Add(result => { if (result.GetValueOrDefault<int>() < 1) { result.AddError("--top: give 1 or more."); } });
        var path = new Option<string?>("--out") { Description = "File to write; standard output where it is left out." };
        var command = new Command(
            "recommend",
            """
            Recommends Party measures for key tasks by the texts alone, and writes task_id, rank, measure_id, score and words:
            the words both have, and pairs of words that speak of the same field. Scores compare within one task only.
            A person decides. How well it does, and its limits: docs/methods/recommendation.md.

            Example: yipanqi recommend --tasks tasks.csv --measures measures.csv --top 5 --out recommended.csv
            """)
        { tasks, measures, top, path };
        command.SetAction(parsed => Run(
            CsvTable.Read(parsed.GetRequiredValue(tasks)),
            CsvTable.Read(parsed.GetRequiredValue(measures)),
            parsed.GetValue(top),
            parsed.GetValue(path),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>The lexicon that comes with the tool.</summary>
    internal static FieldLexicon Lexicon()
    {
        using var stream = typeof(RecommendCommand).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource);
        using var reader = new StreamReader(stream);
        return FieldLexicon.Parse(reader.ReadToEnd());
    }

    private static int Run(CsvTable tasks, CsvTable measures, int top, string? path, TextWriter output)
    {
        var (ids, texts) = (tasks.Texts(tasks.Column("task_id")), tasks.Texts(tasks.Column("task")));
        var recommender = new MeasureRecommender(Measures(measures), Lexicon());
        var report = new Report("task_id", "rank", "measure_id", "score", "words");
        for (var task = 0; task < ids.Length; task++)
        {
            var rank = 0;
            foreach (var found in recommender.For(texts[task], top))
            {
                report.Add(ids[task], ++rank, found.Measure.Id, found.Score, string.Join("、", found.Words));
            }
        }

        using var file = OutputFile.Open(path, output);
        report.Write(path is null ? output : file);
        return 0;
    }

    private static List<Measure> Measures(CsvTable table)
    {
        int id = table.Column("id"), name = table.Column("name"), description = table.Column("description");
        return [.. Enumerable.Range(0, table.RowCount).Select(row => new Measure(table.Text(row, id), table.Text(row, name), table.Text(row, description)))];
    }
}
