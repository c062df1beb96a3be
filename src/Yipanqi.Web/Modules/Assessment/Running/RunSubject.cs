namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An assessed organisation as it is at the time of a run.</summary>
/// <param name="Tier">How many assessed organisations stand above it.</param>
/// <param name="ScopePath">Where it stands now: who may see it. No part of the result.</param>
public sealed record RunSubject(Guid UnitId, string Code, string ShortName, string Path, int Tier, Guid? PeerGroupId, string ScopePath);
