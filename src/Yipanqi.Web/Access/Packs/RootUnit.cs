namespace Yipanqi.Web.Access.Packs;

/// <summary>The unit at the top of a tree, as set-up founds it.</summary>
/// <param name="Short">What is put behind the institution's short name.</param>
public sealed record RootUnit(string Code, string Kind, string Short);
