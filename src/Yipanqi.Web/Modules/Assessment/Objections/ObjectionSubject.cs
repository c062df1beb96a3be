namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What an objection is about. The number is stored.</summary>
public enum ObjectionSubject
{
    /// <summary>The figure of an item.</summary>
    Item = 1,

    /// <summary>A bonus, a deduction or a veto.</summary>
    Adjustment = 2,

    /// <summary>The proposed level.</summary>
    Level = 3,
}
