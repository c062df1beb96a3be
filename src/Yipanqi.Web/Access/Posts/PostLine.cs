namespace Yipanqi.Web.Access;

/// <summary>A post in lists: who holds what where and since when.</summary>
public sealed record PostLine(Guid Id, Guid PersonId, string PersonName, Guid? AccountId, Guid UnitId, string UnitCode, string UnitName, PostRole Role, string Title, DateOnly FromDay, DateOnly? ToDay);
