namespace Yipanqi.Web.Access;

/// <summary>Permissions over one subtree, named by the path of its top.</summary>
public sealed record Grant(string Path, Permission Permissions);
