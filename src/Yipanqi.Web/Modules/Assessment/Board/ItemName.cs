namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Code and name of a node of a scheme, for instance A1.2 责任清单按期完成率.</summary>
public sealed record ItemName(string Code, string Name);
