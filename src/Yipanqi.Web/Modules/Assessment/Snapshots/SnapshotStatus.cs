namespace Yipanqi.Web.Modules.Assessment;

/// <summary>States of a snapshot: Preview → Published → Superseded, never back. The number is stored.</summary>
public enum SnapshotStatus
{
    /// <summary>预览：replaced by the next run of the quarter.</summary>
    Preview = 0,

    /// <summary>已发布：frozen.</summary>
    Published = 1,

    /// <summary>已更正：a later snapshot of the quarter names it and says why.</summary>
    Superseded = 2,
}
