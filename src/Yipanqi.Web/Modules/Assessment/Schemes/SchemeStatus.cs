namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// States of a scheme version: Draft → Submitted → Reviewed → Published, never back from there. Returned or taken back it is a draft
/// again. The number is stored.
/// </summary>
public enum SchemeStatus
{
    Draft = 0,

    /// <summary>Frozen: runs use it, nobody changes it.</summary>
    Published = 1,

    /// <summary>送审：waits for another person's review.</summary>
    Submitted = 2,

    /// <summary>审核通过：may be published.</summary>
    Reviewed = 3,
}
