namespace Yipanqi.Web.Search;

/// <summary>What is looked for. Chinese of two characters and more must stand side by side; a single character and Latin begin a term.</summary>
public sealed class SearchWords
{
    public const int MaxLength = 60;

    private const int MaxConditions = 16;
    private const int LongestAbbreviation = 8;
    private const int ShortestNumber = 3;

    private SearchWords(string text, IReadOnlyList<SearchTerms.Run> runs)
    {
        (Text, Runs) = (text, runs);
        Conditions = [.. runs.SelectMany(Of).Distinct().Take(MaxConditions)];
    }

    /// <summary>As typed, without space around.</summary>
    public string Text { get; }

    public IReadOnlyList<SearchTerms.Run> Runs { get; }

    public IReadOnlyList<SearchCondition> Conditions { get; }

    public bool Any => Conditions.Count > 0;

    /// <summary>One short word, which may be the abbreviation of a name: 住建局, or zjj for its initials.</summary>
    public string Abbreviation => Runs is [{ Text.Length: > 1 and <= LongestAbbreviation } run] && (run.IsChinese || run.Text.All(char.IsAsciiLetterLower)) ? run.Text : "";

    /// <summary>As typed, where it may be the beginning of a number and not of a name: no Chinese, at least one digit.</summary>
    public string Number => Runs is [{ IsChinese: false, Text.Length: >= ShortestNumber } run] && run.Text.Any(char.IsAsciiDigit) ? Text : "";

    public static SearchWords Of(string? text)
    {
        var typed = text?.Trim() ?? "";
        typed = typed.Length > MaxLength ? typed[..MaxLength] : typed;
        return new SearchWords(typed, [.. SearchTerms.Runs(typed)]);
    }

    private static IEnumerable<SearchCondition> Of(SearchTerms.Run run) => run.IsChinese
        ? SearchTerms.Pairs(run.Text, withLast: false).Select(p => new SearchCondition(p, IsBeginning: p.EnumerateRunes().Count() == 1))
        : [new SearchCondition(run.Text[..Math.Min(run.Text.Length, SearchTerm.TermLength)], IsBeginning: true)];
}
