namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A draft after a step.</summary>
/// <param name="What">In Chinese, for the history.</param>
public sealed record DraftStepped(SchemeDefinition Definition, string What);
