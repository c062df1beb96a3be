using System.Text.RegularExpressions;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Tests.Shell;

public partial class TextCatalogueTests
{
    /// <summary>Where Chinese is data, not words of a page.</summary>
    private static readonly Dictionary<string, string> Data = new()
    {
        ["Demo/"] = "the made-up committee is a Chinese one",
        ["Shell/Styleguide/"] = "samples, in development alone",
        ["Modules/Assessment/Bulletins/BulletinLetter.cs"] = "an official letter is in Chinese, whatever language its reader chose",
        ["Modules/Assessment/Bulletins/BulletinTables.cs"] = "the same",
        ["Access/UnitNames.cs"] = "how names of units begin",
        ["Files/Letters/"] = "names of fonts and styles in a Word file",
        ["Files/Tables/XlsxWriter.cs"] = "the name of a sheet",
        ["Files/Imports/ImportEndpoints.cs"] = "names of downloaded files",
    };

    /// <summary>The name of the other language, the two characters that are part of the drawing of a stone, and words kept as data.</summary>
    private static readonly string[] Untranslated = ["中文", ">党</text>", ">业</text>", ">党</span>", ">业</span>", "[\"一\", \"二\", \"三\", \"四\"]", "Choice(\"男\"", "new(\"男\""];

    /// <summary>Where short words are what a table may hold or call its columns; sentences there still need English.</summary>
    private static readonly string[] Vocabulary =
    [
        "Modules/Assessment/Observations/", "Modules/Assessment/Schemes/", "Modules/Organisations/OrganisationsModule.cs", "Modules/Organisations/LinkUnits.cs",
        "Modules/Organisations/People/PartyWords.cs", "Modules/Organisations/People/DayText.cs", "Modules/Assessment/Supply/SuppliedImport.cs",
        "Modules/BusinessTasks/TaskWords.cs", "Modules/BusinessTasks/KeyFigures/FigureWords.cs", "Modules/BusinessTasks/TaskText.cs",
        "Modules/Responsibilities/Lists/DueRule.cs", "Modules/Responsibilities/Lists/DutyImport.cs",
    ];
    [Fact]
    public void Every_text_of_a_page_has_an_english_entry()
    {
        var lacking = SourceFiles().SelectMany(f => TextKeys().Matches(File.ReadAllText(f)).Select(m => Regex.Unescape(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)))
            .Distinct().Where(key => !T.Catalogue.ContainsKey(key)).Order().ToList();

        lacking.ShouldBeEmpty("add these to the en.json of the module, or to Shell/Text/en.json");
    }

    [Fact]
    public void Every_chinese_word_in_the_code_has_an_english_entry()
    {
        var lacking = SourceFiles().Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(f => Words(Path.GetRelativePath(SourceTree.Web, f), File.ReadAllText(f)))
            .Where(w => !T.Catalogue.ContainsKey(w.Word)).Select(w => $"{w.File}: {w.Word}").Distinct().Order(StringComparer.Ordinal).ToList();

        lacking.ShouldBeEmpty("add these to the en.json of the module; show them with T[…] or, put together with values, with T.Of(…)");
    }

    [Fact]
    public void Every_chinese_word_on_a_page_is_shown_in_the_language_chosen()
    {
        var bare = SourceFiles().Where(f => f.EndsWith(".razor", StringComparison.Ordinal) && !f.Contains("Styleguide", StringComparison.Ordinal))
            .SelectMany(f => Remaining(File.ReadAllText(f)).Where(ChineseLiterals.HasChinese).Select(line => $"{Path.GetFileName(f)}: {line.Trim()}")).ToList();

        bare.ShouldBeEmpty("write T[…]; a text that T gets as a value stands in the catalogue");
    }

    [Fact]
    public void A_sentence_put_together_elsewhere_is_found_by_its_words()
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = new("en");
        try
        {
            T.Of("编码 A1 已经用过。请换一个；要改已有单位，请在单位页上修改。").ShouldStartWith("The code A1 is used.");
            T.Of("C 列：“十五”不是 0 到 100 的整数。请填阿拉伯数字，如 3。").ShouldBe("Column C: “十五” is no whole number from 0 to 100. Please write digits, as 3.");
            T.Of("没有人写过的一句话").ShouldBe("没有人写过的一句话");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Words_that_lack_would_be_found()
    {
        Words("Modules/X.cs", """return $"第 {row["a"]} 行{(b ? "有误" : "")}。"; // 注释""").Select(w => w.Word).ShouldBe(["有误", "第 {0} 行{1}。"]);
        Words("Demo/X.cs", "\"示范\"").ShouldBeEmpty();
        Words("Modules/New/XExports.cs", "\"示范\"").ShouldBeEmpty();
        Words("Modules/New/Import/X.cs", "\"示范\" \"有误。\"").Select(w => w.Word).ShouldBe(["有误。"]);
        Remaining("<p>@T[\"好\"] @* 注 *@</p><p>不好</p>").Where(ChineseLiterals.HasChinese).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_english_entry_takes_the_same_values_as_the_chinese_text()
    {
        var differing = T.Catalogue.Where(e => Values(e.Key) != Values(e.Value)).Select(e => e.Key);

        differing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_icon_named_in_the_source_is_in_the_sprite()
    {
        var drawn = Regex.Matches(File.ReadAllText(Path.Combine(SourceTree.Web, "Assets", "icons.json")), "\"([a-z0-9-]+)\"").Select(m => m.Groups[1].Value).ToHashSet();

        var lacking = SourceFiles().SelectMany(f => IconNames().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value))
            .Distinct().Where(name => !drawn.Contains(name)).ToList();

        lacking.ShouldBeEmpty("add these to src/Yipanqi.Web/Assets/icons.json");
    }

    private static IEnumerable<(string File, string Word)> Words(string file, string source)
    {
        file = file.Replace('\\', '/');
        return Data.Keys.Any(d => file.StartsWith(d, StringComparison.Ordinal)) || IsDownload(file)
            ? []
            : ChineseLiterals.In(source).Where(w => !DateFormat().IsMatch(w) && (w.Contains('。') || !IsVocabulary(file))).Select(w => (file, w));
    }

    // Heads and names of downloaded tables are data: an import reads them again. A module calls these files …Exports and …Table.
    private static bool IsDownload(string file) =>
        file.StartsWith("Modules/", StringComparison.Ordinal) && (file.EndsWith("Exports.cs", StringComparison.Ordinal) || file.EndsWith("Table.cs", StringComparison.Ordinal));

    private static bool IsVocabulary(string file) => file.Contains("/Import/", StringComparison.Ordinal) || Vocabulary.Any(v => file.StartsWith(v, StringComparison.Ordinal));

    // What is left of a page without its comments, the texts that T shows, those it gets as values, and date formats.
    private static IEnumerable<string> Remaining(string razor)
    {
        var code = DateLiterals().Replace(CodeComments().Replace(RazorComments().Replace(razor, ""), ""), "");
        return code.Split('\n').Where(line => !Untranslated.Any(u => line.Contains(u, StringComparison.Ordinal)))
            .Select(line => QuotedTexts().Replace(TextKeys().Replace(line, ""), m => T.Catalogue.ContainsKey(Holes(m.Groups[1].Value)) ? "" : m.Value));
    }

    private static string Holes(string text)
    {
        var number = 0;
        return HolePattern().Replace(text, _ => $"{{{number++}}}");
    }

    private static string Values(string text) => string.Join(" ", Placeholders().Matches(text).Select(m => m.Value).Distinct().Order());

    private static IEnumerable<string> SourceFiles() => SourceTree.Files("*.razor").Concat(SourceTree.Files("*.cs"));

    [GeneratedRegex("""\bT\["((?:[^"\\]|\\.)*)"|new MenuEntry\([^"]*"([^"]*)""")]
    private static partial Regex TextKeys();

    [GeneratedRegex("""<Icon Name="([a-z0-9-]+)"|new MenuEntry\([^"]*"[^"]*", [^,]*, "([a-z0-9-]+)""")]
    private static partial Regex IconNames();

    [GeneratedRegex("^[yMdHm年月日 :{0-9}]+$")]
    private static partial Regex DateFormat();

    [GeneratedRegex("\"[yMdHm年月日 :-]+\"")]
    private static partial Regex DateLiterals();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex HolePattern();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComments();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex CodeComments();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex QuotedTexts();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholders();
}
