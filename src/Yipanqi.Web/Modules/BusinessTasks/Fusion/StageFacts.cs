namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>What a record of a stage tells.</summary>
public sealed record StageFacts(DateOnly Day, string Text, string Evidence, string OutOfOrderReason, string CorrectionReason);
