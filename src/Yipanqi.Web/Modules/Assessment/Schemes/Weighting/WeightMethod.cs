namespace Yipanqi.Web.Modules.Assessment;

/// <summary>How weights among siblings came about.</summary>
public enum WeightMethod
{
    /// <summary>Set by people.</summary>
    Fixed,

    Equal,

    /// <summary>From pairwise judgements.</summary>
    Ahp,

    /// <summary>From the entropy of a past quarter's figures.</summary>
    Entropy,

    /// <summary>From contrast and conflict of a past quarter's figures.</summary>
    Critic,

    /// <summary>α of the weights by judgement, the rest by figures.</summary>
    Blend,
}
