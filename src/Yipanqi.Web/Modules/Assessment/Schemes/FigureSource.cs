namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Where the figures of an item come from by the scheme.</summary>
public enum FigureSource
{
    /// <summary>Computed from the platform's own records.</summary>
    Auto,

    /// <summary>From a business system.</summary>
    Import,

    /// <summary>From anonymous answers.</summary>
    Survey,

    /// <summary>Entered by a person.</summary>
    Manual,
}
