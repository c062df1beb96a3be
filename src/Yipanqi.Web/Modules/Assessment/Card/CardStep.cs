namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One item of the way to green, from its value now to its target, and what that adds to the index.</summary>
public sealed record CardStep(string Code, string Name, string Unit, double? Value, double? Target, double Gain);
