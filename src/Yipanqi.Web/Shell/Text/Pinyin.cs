using System.Text;

namespace Yipanqi.Web.Shell.Text;

/// <summary>
/// Spells Chinese in pinyin from the table pinyin.txt (docs/decisions/0023). A character has its commonest reading, unless it begins a
/// person's name as a surname read otherwise (单 Shàn, 仇 Qiú) or stands in a word read otherwise (银行, 重庆).
/// </summary>
public static class Pinyin
{
    private static readonly Lazy<PinyinTable> Table = new(PinyinTable.Read);

    public static Spelling Of(string text) => Spell(text, []);

    /// <summary>A person's name: the surname comes first.</summary>
    public static Spelling OfPerson(string name) => Spell(name, Table.Value.SurnameOf(name.Normalize(NormalizationForm.FormKC)));

    private static Spelling Spell(string text, IReadOnlyList<string> first)
    {
        var plain = text.Normalize(NormalizationForm.FormKC);
        var (initials, full, sortKey) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < plain.Length;)
        {
            var syllables = i == 0 && first.Count > 0 ? first : Table.Value.At(plain, i);
            for (var s = 0; s < Math.Max(1, syllables.Count); s++)
            {
                var rune = Rune.GetRuneAt(plain, i);
                i += rune.Utf16SequenceLength;
                Add(rune, syllables.Count > 0 ? syllables[s] : null);
            }
        }

        return new Spelling(Cut(initials, Spelling.InitialsLength), Cut(full, Spelling.FullLength), sortKey.Length > 0 ? sortKey.ToString() : text);

        void Add(Rune rune, string? syllable)
        {
            if (syllable is null && !Rune.IsLetterOrDigit(rune))
            {
                return;
            }

            var own = Rune.ToLowerInvariant(rune).ToString();
            var key = syllable is null ? own : $"{(sortKey.Length > 0 ? " " : "")}{syllable}{own}";
            sortKey.Append(sortKey.Length + key.Length <= Spelling.SortKeyLength ? key : "");
            if (syllable is not null || rune.IsAscii)
            {
                initials.Append(syllable?[..1] ?? own);
                full.Append(syllable?[..^1] ?? own);
            }
        }
    }

    private static string Cut(StringBuilder text, int length) => text.ToString(0, Math.Min(text.Length, length));
}
