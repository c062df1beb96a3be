namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One thing that changed, in words.</summary>
/// <param name="Aspect">What it is: 目标, 权重.</param>
public sealed record AspectChange(string Aspect, string Before, string After);
