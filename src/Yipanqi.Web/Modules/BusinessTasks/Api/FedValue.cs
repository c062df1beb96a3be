namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>What a figure had reached by a day. Another value for the same day corrects the first.</summary>
public sealed record FedValue(string? Day, double? Value);
