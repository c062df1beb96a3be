namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Where a quarter of the assessment stands. The number is stored.</summary>
public enum QuarterState
{
    /// <summary>未开.</summary>
    NotOpened = 0,

    /// <summary>填报：organisations and departments bring in their figures.</summary>
    Collecting = 1,

    /// <summary>预览：figures are closed to reporters; the committee scores and checks.</summary>
    Previewing = 2,

    /// <summary>申诉：organisations see their own preview and may object.</summary>
    Objecting = 3,

    /// <summary>已发布.</summary>
    Published = 4,

    /// <summary>更正：a published quarter is being corrected; the published result stands until the new one is out.</summary>
    Correcting = 5,
}
