using System.Text;
using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>The lists a newcomer has: organs, duties and key tasks as they were published (sources in tests/Yipanqi.Web.Tests/Data), Party organisations after the organs.</summary>
public static class NewcomerLists
{
    public static string Organs => FileIn("organs.csv");

    public static string Duties => FileIn("duty_items.csv");

    public static string Tasks => FileIn("key_tasks.csv");

    public static string PartyOf(string organ) => "DW-" + organ;

    public static string BranchOf(string organ) => $"DW-{organ}-1";

    public static int CountOf(string file) => RowsOf(file).Count;

    /// <summary>A Party committee for each organ, linked to it, and one branch below.</summary>
    public static (FilePayload File, int Rows) PartyOrganisations()
    {
        var text = new StringBuilder("编码,名称,类别,上级单位,同类组,对应行政单位编码,参加考评\n");
        var organs = RowsOf(Organs);
        foreach (var organ in organs)
        {
            var (code, name) = (organ["id"], organ["name"]);
            text.Append($"{PartyOf(code)},{name}机关党委,机关党委,,{organ["kind"]},{code},是\n{BranchOf(code)},{name}第一党支部,党支部,{PartyOf(code)},,,否\n");
        }

        return (Table("party.csv", text), 2 * organs.Count);
    }

    private static FilePayload Table(string name, StringBuilder text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text.ToString()) };

    private static string FileIn(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    // The lists hold no line breaks in cells, and quotes only in columns that are not asked for here.
    private static List<Dictionary<string, string>> RowsOf(string file)
    {
        var lines = File.ReadAllLines(file).Where(l => l.Length > 0).ToList();
        var heads = lines[0].TrimStart('\uFEFF').Split(',');
        return [.. lines.Skip(1).Select(l => heads.Zip(l.Split(',')).ToDictionary(c => c.First, c => c.Second))];
    }
}
