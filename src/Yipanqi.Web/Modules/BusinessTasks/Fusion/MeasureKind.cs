using System.Text.Json;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A kind of Party measure, from <c>measure-kinds.json</c>. The code is stored.</summary>
/// <param name="Says">What is meant, in one phrase.</param>
public sealed record MeasureKind(string Code, string Name, string Says)
{
    private static readonly Dictionary<string, MeasureKind> ByCode = Read();

    /// <summary>In the order they are offered.</summary>
    public static IReadOnlyList<MeasureKind> All { get; } = [.. ByCode.Values];

    public static bool Knows(string code) => ByCode.ContainsKey(code);

    /// <summary>A code that is no longer in the list names itself.</summary>
    public static string NameOf(string code) => ByCode.TryGetValue(code, out var kind) ? kind.Name : code;

    private static Dictionary<string, MeasureKind> Read()
    {
        using var stream = typeof(MeasureKind).Assembly.GetManifestResourceStream("tasks/measure-kinds.json")!;
        return JsonSerializer.Deserialize<List<MeasureKind>>(stream, JsonSerializerOptions.Web)!.ToDictionary(k => k.Code);
    }
}
