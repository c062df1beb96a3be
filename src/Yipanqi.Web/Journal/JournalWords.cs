using System.Reflection;
using System.Text.Json;

namespace Yipanqi.Web.Journal;

/// <summary>
/// The actions of docs/events.md and the things they are about, as a person reads them: each module keeps its own in a journal.json beside its en.json, found by being
/// there. A test finds an action without words.
/// </summary>
public static class JournalWords
{
    private sealed record Words(IReadOnlyDictionary<string, string> Actions, IReadOnlyDictionary<string, string> Subjects);

    private static readonly IReadOnlyList<Words> All = Read();

    public static readonly IReadOnlyDictionary<string, string> Actions = All.SelectMany(w => w.Actions).ToDictionary();

    public static readonly IReadOnlyDictionary<string, string> Subjects = All.SelectMany(w => w.Subjects).ToDictionary();

    public static string Action(string action) => Actions.GetValueOrDefault(action, action);

    public static string Subject(string type) => Subjects.GetValueOrDefault(type, type);

    private static List<Words> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".journal.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return JsonSerializer.Deserialize<Words>(stream, JsonSerializerOptions.Web)!;
        })];
    }
}
