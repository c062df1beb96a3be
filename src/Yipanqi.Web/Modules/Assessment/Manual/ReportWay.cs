namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How an item of an organisation is brought in.</summary>
public enum ReportWay
{
    /// <summary>自评：the organisation itself is asked.</summary>
    Asked,

    /// <summary>已带入：known already, shown with its origin and not asked.</summary>
    Prefilled,

    /// <summary>由部门提供 for all organisations.</summary>
    Supplied,

    /// <summary>欠报：neither known nor supplied.</summary>
    Owed,
}
