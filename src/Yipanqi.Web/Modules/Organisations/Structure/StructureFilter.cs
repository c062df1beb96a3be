namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>Which organisations the check shows, as the address of the page tells it.</summary>
/// <param name="Result">breach, notice or fine.</param>
/// <param name="Sort">code, members or due, with a minus for descending; empty is the serious first.</param>
public sealed record StructureFilter(string Text, string Result, FindingKind? Finding, string Sort)
{
    public const string Breach = "breach";
    public const string Notice = "notice";
    public const string Fine = "fine";

    public static readonly IReadOnlyList<string> Fields = ["q", "result", "finding"];

    public static StructureFilter From(Func<string, string?> value) => new(
        value("q")?.Trim() ?? "",
        value("result") is Breach or Notice or Fine ? value("result")! : "",
        Enum.TryParse<FindingKind>(value("finding"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
        value("sort") ?? "");

    public IReadOnlyList<CheckedUnit> Apply(IEnumerable<CheckedUnit> units) => [.. Order(units.Where(Matches))];

    private bool Matches(CheckedUnit unit) =>
        (Text.Length == 0 || unit.Unit.Name.Contains(Text, StringComparison.Ordinal) || unit.Unit.Code.Contains(Text, StringComparison.OrdinalIgnoreCase))
        && (Finding is null || unit.Findings.Any(f => f.Kind == Finding))
        && (Result switch
        {
            Breach => unit.HasBreach,
            Notice => !unit.HasBreach && !unit.IsFine,
            Fine => unit.IsFine,
            _ => true,
        });

    private IOrderedEnumerable<CheckedUnit> Order(IEnumerable<CheckedUnit> units) => (Sort switch
    {
        "code" => units.OrderBy(u => u.Unit.Code, StringComparer.Ordinal),
        "-code" => units.OrderByDescending(u => u.Unit.Code, StringComparer.Ordinal),
        "members" => units.OrderBy(u => u.Unit.Members),
        "-members" => units.OrderByDescending(u => u.Unit.Members),
        "due" => units.OrderBy(u => u.Unit.Term?.DueDay ?? DateOnly.MaxValue),
        "-due" => units.OrderByDescending(u => u.Unit.Term?.DueDay ?? DateOnly.MinValue),
        _ => units.OrderBy(u => u.IsFine ? 2 : u.HasBreach ? 0 : 1).ThenBy(u => u.Findings.Select(f => f.Kind).FirstOrDefault()),
    }).ThenBy(u => u.Unit.Code, StringComparer.Ordinal);
}
