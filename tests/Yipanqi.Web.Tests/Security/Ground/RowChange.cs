namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A row that is there now and was not, or no longer is, or differs.</summary>
/// <param name="Kind">added, removed or changed.</param>
/// <param name="Columns">The columns that differ, with what stands in them now.</param>
/// <param name="Row">The whole row.</param>
public sealed record RowChange(string Table, string Kind, IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, string> Row)
{
    public bool IsOfTenant => Row.ContainsKey("tenant_id");

    /// <summary>Canaries in the row: whose it is.</summary>
    public IReadOnlyCollection<Canary> Canaries => Canary.In(string.Join(' ', Row.Values));

    public override string ToString() => $"{Table} {Kind}: {string.Join(", ", Columns.Keys)}";
}
