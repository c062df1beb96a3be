namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>How far a version of a list has come. The number is stored.</summary>
public enum ListState
{
    Draft = 1,
    Submitted = 2,
    Reviewed = 3,

    /// <summary>Frozen; obligations are generated from it until a newer one is published.</summary>
    Published = 4,
}
