namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>How what is asked for stands to the one who asks.</summary>
public enum Relation
{
    /// <summary>First, since the others outside the scope are compared with it.</summary>
    Absent,
    Own,
    Child,
    Sibling,
    Parent,
    OtherTenant,
    Malformed,
}
