namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Why an observation is absent. The numbers are stored and never change.</summary>
public enum AbsenceReason : byte
{
    /// <summary>It is there.</summary>
    None = 0,

    /// <summary>The item does not concern this kind of organisation: drops out with its weight.</summary>
    NotApplicable = 1,

    /// <summary>Nothing fell due in the period, or the denominator is 0: drops out with its weight.</summary>
    NotDue = 2,

    /// <summary>It should be there and is not: counts as the least score while two thirds of the weight are reported.</summary>
    NotReported = 3,

    /// <summary>Fewer than 5 anonymous answers: drops out with its weight.</summary>
    Suppressed = 4,
}
