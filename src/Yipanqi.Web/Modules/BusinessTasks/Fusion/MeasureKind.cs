using System.Text.Json;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A kind of Party measure, from <c>measure-kinds.json</c>. The code is stored.</summary>
/// <param name="Says">What is meant, in one phrase.</param>
/// <param name="Also">What lists call it besides; of "other", kinds of work that have no kind of their own.</param>
public sealed record MeasureKind(string Code, string Name, string Says, IReadOnlyList<string> Also)
{
    /// <summary>Code of the kind for all that fits no other.</summary>
    public const string Other = "other";

    private static readonly Dictionary<string, MeasureKind> ByCode = Read();

    /// <summary>In the order they are offered.</summary>
    public static IReadOnlyList<MeasureKind> All { get; } = [.. ByCode.Values];

    public static bool Knows(string code) => ByCode.ContainsKey(code);

    /// <summary>The kind a file means by its code, name or another name; null for none.</summary>
    public static MeasureKind? Find(string text) => All.FirstOrDefault(k => k.Code == text || k.Name == text || k.Also.Contains(text));

    /// <summary>A code that is no longer in the list names itself.</summary>
    public static string NameOf(string code) => ByCode.TryGetValue(code, out var kind) ? kind.Name : code;

    private static Dictionary<string, MeasureKind> Read()
    {
        using var stream = typeof(MeasureKind).Assembly.GetManifestResourceStream("tasks/measure-kinds.json")!;
        return JsonSerializer.Deserialize<List<MeasureKind>>(stream, JsonSerializerOptions.Web)!.ToDictionary(k => k.Code);
    }
}
