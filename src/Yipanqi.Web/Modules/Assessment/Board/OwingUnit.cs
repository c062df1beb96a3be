namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An organisation and the items it has not reported.</summary>
public sealed record OwingUnit(Guid UnitId, string ShortName, IReadOnlyList<ItemName> Items);
