namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A node that says something else than before.</summary>
public sealed record NodeChange(string Code, string Name, IReadOnlyList<AspectChange> What);
