namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What is entered beside the items. The number is stored.</summary>
public enum AdjustmentKind
{
    /// <summary>加分.</summary>
    Bonus = 1,

    /// <summary>减分.</summary>
    Deduction = 2,

    /// <summary>一票否决：no points, but level red (signal 8).</summary>
    Veto = 3,
}
