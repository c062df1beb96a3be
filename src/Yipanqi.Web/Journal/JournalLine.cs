namespace Yipanqi.Web.Journal;

/// <summary>An entry as it is listed: who by name, the subject by name where it still has one.</summary>
/// <param name="Who">Empty for the platform itself, and for someone who is not known.</param>
public sealed record JournalLine(Guid Id, DateTime AtUtc, Guid? ActorId, string Who, string Action, string SubjectType, Guid? SubjectId, string SubjectName, string Reason, string Detail);
