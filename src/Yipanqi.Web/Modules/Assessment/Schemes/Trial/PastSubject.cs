namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An organisation as a published quarter names it.</summary>
internal sealed record PastSubject(Guid UnitId, string ShortName);
