namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>One version of a list as the lists' page shows it.</summary>
public sealed record ListLine(Guid VersionId, string Code, string Name, int Number, ListState State, DateOnly? EffectiveDay, int Duties, bool IsNewest, bool IsInForce);
