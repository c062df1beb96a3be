namespace Yipanqi.Web.Database;

/// <summary>An expected no: a stable code, the field it concerns (empty for the whole form) and the sentence the person reads.</summary>
public sealed record Refusal(string Code, string Field, string Message);
