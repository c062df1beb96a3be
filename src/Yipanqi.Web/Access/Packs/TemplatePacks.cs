using System.Reflection;
using System.Text.Json;

namespace Yipanqi.Web.Access.Packs;

/// <summary>The packs that ship with the platform (packs.json).</summary>
public static class TemplatePacks
{
    public static IReadOnlyList<TemplatePack> All { get; } = Read();

    /// <summary>Organs: what the platform is written for, and what a tenant has that chose nothing.</summary>
    public static TemplatePack Default => All[0];

    public static TemplatePack? Find(string code) => All.FirstOrDefault(p => p.Code == code);

    /// <summary>The pack of a tenant; one that is no longer shipped leaves the words of organs.</summary>
    public static TemplatePack Of(string code) => Find(code) ?? Default;

    private static IReadOnlyList<TemplatePack> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("access/packs.json")
            ?? throw new InvalidOperationException("The template packs are not in the program.");
        return JsonSerializer.Deserialize<List<TemplatePack>>(stream, JsonSerializerOptions.Web)!;
    }
}
