using System.Text.Json;

namespace Yipanqi.Web.Modules.BusinessTasks.Recommending;

/// <summary>A measure of another place, from <c>cases.json</c>: what was done, in words of our own, and where it was published. An example, not a record of the tenant.</summary>
/// <param name="Kind">Code of a <see cref="Fusion.MeasureKind"/>.</param>
/// <param name="Place">Where it was done.</param>
/// <param name="Title">Of the publication.</param>
/// <param name="Published">Day, month or year, as far as it is known.</param>
/// <param name="Address">Where it stood when it was read, to trace it; the pages do not lead there.</param>
public sealed record CaseMeasure(string Code, string Kind, string Name, string Description, string Place, string Title, string Published, string Address)
{
    public static IReadOnlyList<CaseMeasure> All { get; } = Read();

    public static CaseMeasure? Find(string? code) => All.FirstOrDefault(c => c.Code == code);

    private static List<CaseMeasure> Read()
    {
        using var stream = typeof(CaseMeasure).Assembly.GetManifestResourceStream("tasks/cases.json")!;
        return JsonSerializer.Deserialize<List<CaseMeasure>>(stream, JsonSerializerOptions.Web)!;
    }
}
