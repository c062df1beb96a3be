namespace Yipanqi.Web.Journal;

/// <summary>Who changed what, when and why: an argument of every save.</summary>
/// <param name="ActorId">The person, or null for the platform itself (a job, the first set-up).</param>
/// <param name="Action">Dotted verb from docs/events.md, for instance <c>unit.imported</c>.</param>
/// <param name="SubjectId">The thing changed; null for a set operation, whose parameters stand in <paramref name="Detail"/>.</param>
/// <param name="Reason">The sentence given by the person, where one was asked for.</param>
/// <param name="Detail">JSON: parameters, or count and hash of sorted keys for a set operation. No personal data.</param>
public sealed record Change(
    Guid? ActorId,
    DateTime AtUtc,
    string Action,
    string SubjectType,
    Guid? SubjectId,
    string Reason = "",
    string Detail = "{}");
