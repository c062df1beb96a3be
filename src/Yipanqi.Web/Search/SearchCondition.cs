using System.Text;

namespace Yipanqi.Web.Search;

/// <summary>One term that must lead to the subject: the term itself, or any that begins with it.</summary>
public sealed record SearchCondition(string Term, bool IsBeginning)
{
    /// <summary>The first text after every text that begins with <paramref name="beginning"/>, byte by byte.</summary>
    public static string End(string beginning)
    {
        var last = beginning.EnumerateRunes().Last();
        var next = last.Value == 0xD7FF ? new Rune(0xE000) : new Rune(last.Value + 1);
        return beginning[..^last.Utf16SequenceLength] + next;
    }

    public IQueryable<SearchTerm> Apply(IQueryable<SearchTerm> terms)
    {
        var (from, to) = (Term, End(Term));
        return IsBeginning ? terms.Where(t => string.Compare(t.Term, from) >= 0 && string.Compare(t.Term, to) < 0) : terms.Where(t => t.Term == from);
    }
}
