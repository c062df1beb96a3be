namespace Yipanqi.Web.Access;

/// <summary>A step of those who begin with an empty platform, shown to who may take it; modules register theirs.</summary>
/// <param name="Says">What it does, in a sentence.</param>
public sealed record FirstStep(int Order, string Label, string Says, Permission Permission, string Href);
