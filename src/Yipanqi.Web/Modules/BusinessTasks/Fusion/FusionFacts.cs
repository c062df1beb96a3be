namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>What a fusion point says of itself.</summary>
public sealed record FusionFacts(string Kind, string Name, string Change, string Whom, string Measure, Guid? OwnerPersonId);
