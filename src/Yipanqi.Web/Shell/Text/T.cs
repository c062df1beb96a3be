using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Yipanqi.Web.Shell.Text;

/// <summary>Text of the pages. The Chinese sentence is its own key; English comes from the en.json files when the reader chose English.</summary>
public sealed class T
{
    private static readonly Dictionary<string, string> English = ReadCatalogue();

    public static IReadOnlyDictionary<string, string> Catalogue => English;

    /// <summary>Who has the same of these reads the same words.</summary>
    public static (bool IsEnglish, Wording? Wording) Reader => (IsEnglish, Wording.Taken);

    public string this[string chinese] =>
        IsEnglish && English.TryGetValue(chinese, out var english) ? Wording.English(english) : Wording.Chinese(chinese);

    /// <summary>Fills {0}, {1} … of the sentence with the values, written in the invariant way.</summary>
    public string this[string chinese, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[chinese], values);

    /// <summary>
    /// Words that were put together elsewhere, the message of a refusal for instance: as the reader chose, found by the catalogue's text
    /// with the same words around its values, in which names are left as they are.
    /// </summary>
    public static string Of(string chinese) =>
        English.TryGetValue(chinese, out var english) ? IsEnglish ? Wording.English(english) : Wording.Chinese(chinese)
        : IsEnglish ? Patterns.Value.Read(chinese) ?? chinese
        : chinese;

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private static readonly Lazy<SentencePatterns> Patterns = new(() => new(English));

    // Each module keeps its own en.json; a text that several use may stand in any of them.
    private static Dictionary<string, string> ReadCatalogue()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var merged = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("en.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (chinese, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [])
            {
                merged.TryAdd(chinese, english);
            }
        }

        return merged;
    }
}
