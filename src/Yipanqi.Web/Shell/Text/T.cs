using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Yipanqi.Web.Shell.Text;

/// <summary>Text of the pages. The Chinese sentence is its own key; English comes from en.json when the reader chose English.</summary>
public sealed class T
{
    private static readonly Dictionary<string, string> English = ReadCatalogue();

    public static IReadOnlyDictionary<string, string> Catalogue => English;

    public string this[string chinese] =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && English.TryGetValue(chinese, out var english) ? english : chinese;

    /// <summary>Fills {0}, {1} … of the sentence with the values, written in the invariant way.</summary>
    public string this[string chinese, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[chinese], values);

    private static Dictionary<string, string> ReadCatalogue()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("en.json")
            ?? throw new InvalidOperationException("en.json is not embedded");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }
}
