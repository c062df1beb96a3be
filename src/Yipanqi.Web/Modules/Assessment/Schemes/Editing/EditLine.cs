namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A step in the history of a draft.</summary>
public sealed record EditLine(int Number, string Who, DateTime AtUtc, string What, bool Undone);
