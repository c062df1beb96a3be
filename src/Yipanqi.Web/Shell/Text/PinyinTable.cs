using System.Reflection;

namespace Yipanqi.Web.Shell.Text;

/// <summary>The readings of pinyin.txt: of characters, of surnames, of words in which a character is read otherwise.</summary>
internal sealed class PinyinTable
{
    private const int LongestSurname = 2;
    private const int LongestWord = 3;

    private readonly Dictionary<string, string[]> characters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);

    private PinyinTable()
    {
    }

    public static PinyinTable Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("pinyin.txt")!;
        using var reader = new StreamReader(stream);
        var table = new PinyinTable();
        var into = table.characters;
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '[')
            {
                into = line == "[surnames]" ? table.surnames : line == "[words]" ? table.words : table.characters;
            }
            else if (line[0] != '#')
            {
                table.Take(into, line);
            }
        }

        return table;
    }

    /// <summary>Syllables of the surname a name begins with, where it is read otherwise than its characters; else none.</summary>
    public IReadOnlyList<string> SurnameOf(string name) => Longest(surnames, name, 0, LongestSurname);

    /// <summary>Syllables of the word or character at a place; none for what is not Chinese.</summary>
    public IReadOnlyList<string> At(string text, int start) =>
        Longest(words, text, start, LongestWord) is { Length: > 0 } word ? word : Longest(characters, text, start, char.IsHighSurrogate(text[start]) ? 2 : 1);

    private static string[] Longest(Dictionary<string, string[]> from, string text, int start, int longest)
    {
        for (var length = Math.Min(longest, text.Length - start); length > 0; length--)
        {
            if (from.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, length), out var syllables))
            {
                return syllables;
            }
        }

        return [];
    }

    // A line of characters is "zhang1 张章彰"; one of words or surnames "银行 yin2 hang2".
    private void Take(Dictionary<string, string[]> into, string line)
    {
        var parts = line.Split(' ');
        if (into != characters)
        {
            into[parts[0]] = parts[1..];
            return;
        }

        string[] reading = [parts[0]];
        foreach (var rune in parts[1].EnumerateRunes())
        {
            characters[rune.ToString()] = reading;
        }
    }
}
