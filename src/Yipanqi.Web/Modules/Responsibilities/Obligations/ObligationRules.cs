namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What is possible when with an obligation, and who decides.</summary>
internal static class ObligationRules
{
    /// <summary>The whole table. A pending request is answered only while the obligation is still to be done; what is computed from records can be asked about, and nothing else.</summary>
    public static bool May(ObligationStep step, ObligationState state, bool isAsked, bool isComputed) => step switch
    {
        ObligationStep.Claim or ObligationStep.Complete or ObligationStep.TakeBack or ObligationStep.Accept or ObligationStep.Return when isComputed => false,
        ObligationStep.Claim => state == ObligationState.Open,
        ObligationStep.Complete => IsToDo(state),
        ObligationStep.TakeBack or ObligationStep.Accept or ObligationStep.Return => state == ObligationState.Submitted,
        ObligationStep.Ask => IsToDo(state) && !isAsked,
        ObligationStep.Grant or ObligationStep.Refuse => IsToDo(state) && isAsked,
        ObligationStep.End => IsToDo(state) || state == ObligationState.Submitted,
        _ => false,
    };

    public static bool IsToDo(ObligationState state) => state is ObligationState.Open or ObligationState.Claimed or ObligationState.Returned;

    public static void Require(bool may, ObligationStep step, ObligationState state)
    {
        if (!may)
        {
            throw new InvalidOperationException($"{step} is not possible in the state {state}.");
        }
    }

    /// <summary>Whoever did it, asked for it or has it as a member does not decide on it.</summary>
    public static void RequireAnother(Guid personId, params ReadOnlySpan<Guid?> concerned)
    {
        if (concerned.Contains(personId))
        {
            throw new InvalidOperationException("Nobody decides on what they did or asked for themselves.");
        }
    }

    public static void RequireReason(string reason)
    {
        if (reason.Length == 0)
        {
            throw new ArgumentException("A reason is given.", nameof(reason));
        }
    }
}
