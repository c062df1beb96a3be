namespace Yipanqi.Web.Modules.Assessment;

/// <summary>States of a scheme version: Draft → Published, never back. The number is stored.</summary>
public enum SchemeStatus
{
    Draft = 0,

    /// <summary>Frozen: runs use it, nobody changes it.</summary>
    Published = 1,
}
