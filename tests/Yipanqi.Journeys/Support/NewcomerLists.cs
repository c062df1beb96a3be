using System.Text;
using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>The lists a newcomer has: organs, duties and key tasks as they were published (sources in tests/Yipanqi.Web.Tests/Data), Party organisations after the organs.</summary>
public static class NewcomerLists
{
    private const int Minutes = 20;

    private static readonly Dictionary<string, string> Frequencies = new() { ["月"] = "每月", ["季"] = "每季度", ["半年"] = "每半年", ["年"] = "每年" };

    public static string Organs => FileIn("organs.csv");

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

    /// <summary>The published duties of branches that say how often; the clause names where they were published.</summary>
    public static (FilePayload File, int Rows) Duties()
    {
        var text = new StringBuilder("编码,层级,责任岗位,责任内容,依据条款,频次,期限,完成标准,每次用时\n");
        var duties = RowsOf(FileIn("duty_items.csv")).Where(d => d["level"] == "党支部" && Frequencies.ContainsKey(d["frequency"])).ToList();
        foreach (var duty in duties)
        {
            text.Append($"{duty["id"]},党支部,{duty["post"]},{duty["duty"]},{duty["organ"]}公开的责任清单（{duty["source_id"]}）,{Frequencies[duty["frequency"]]},期末,有结果、有分工,{Minutes}\n");
        }

        return (Table("duties.csv", text), duties.Count);
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
