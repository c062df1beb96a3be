namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Which estimator of variance-based sensitivity indices; stored with a result, since small samples make them differ much.</summary>
public enum SobolEstimator
{
    /// <summary>Outputs as they are, the variance with n−1 (as COINr has it).</summary>
    Uncentred,

    /// <summary>Outputs less the common mean of all of them, mixed samples included, the variance with n (as SALib has it); the steadier one, and the default.</summary>
    Centred,
}
