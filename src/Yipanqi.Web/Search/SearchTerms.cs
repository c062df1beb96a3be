using System.Globalization;
using System.Text;

namespace Yipanqi.Web.Search;

/// <summary>Takes texts apart into terms. What is stored and what is asked for go through the same steps.</summary>
public static class SearchTerms
{
    /// <summary>A stretch of Chinese or of Latin letters and digits.</summary>
    public sealed record Run(string Text, bool IsChinese, bool IsFirst);

    /// <summary>Half-width, lower case, without space around: ＡＢ－１ and ab-1 are the same.</summary>
    public static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Trim();

    public static IEnumerable<SearchTerm> Of(Guid tenantId, SearchText text)
    {
        var terms = new Dictionary<string, SearchPlace>(StringComparer.Ordinal);
        Add(Fold(text.Code), SearchPlace.Code);
        foreach (var run in Runs(text.Code))
        {
            AddRun(run with { IsFirst = false });
        }

        foreach (var run in text.Names.SelectMany(Runs))
        {
            AddRun(run);
        }

        foreach (var spelling in text.Spellings)
        {
            Add(spelling.Initials, SearchPlace.Initials);
            Add(spelling.Full, SearchPlace.Spelt);
        }

        return terms.Select(t => SearchTerm.Of(tenantId, text, t.Key, t.Value));

        void AddRun(Run run)
        {
            var place = run.IsFirst ? SearchPlace.Start : SearchPlace.Within;
            foreach (var term in run.IsChinese ? Pairs(run.Text, withLast: true) : [run.Text])
            {
                Add(term, place);
                place = SearchPlace.Within;
            }
        }

        void Add(string term, SearchPlace place)
        {
            var key = term.Length > SearchTerm.TermLength ? term[..SearchTerm.TermLength] : term;
            if (key.Length > 0 && (!terms.TryGetValue(key, out var known) || place < known))
            {
                terms[key] = place;
            }
        }
    }

    /// <summary>Neighbouring characters two by two; <paramref name="withLast"/> adds the last alone, so that every character begins a term.</summary>
    public static IEnumerable<string> Pairs(string chinese, bool withLast)
    {
        var characters = chinese.EnumerateRunes().Select(r => r.ToString()).ToList();
        for (var i = 0; i + 1 < characters.Count; i++)
        {
            yield return characters[i] + characters[i + 1];
        }

        if (withLast || characters.Count == 1)
        {
            yield return characters[^1];
        }
    }

    public static IEnumerable<Run> Runs(string text)
    {
        var (run, chinese, first) = (new StringBuilder(), false, true);
        foreach (var rune in Fold(text).EnumerateRunes().Append(new Rune(' ')))
        {
            var isChinese = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
            var isLatin = !isChinese && (Rune.IsLetterOrDigit(rune) || (run.Length > 0 && !chinese && rune.IsAscii && "-_./".Contains((char)rune.Value)));
            if (run.Length > 0 && (!(isChinese || isLatin) || isChinese != chinese))
            {
                yield return new Run(chinese ? run.ToString() : run.ToString().TrimEnd('-', '_', '.', '/'), chinese, first);
                run.Clear();
                first = false;
            }

            if (isChinese || isLatin)
            {
                chinese = isChinese;
                run.Append(rune);
            }
        }
    }
}
