namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What may be done with an obligation; <see cref="Obligation.May"/> says in which state.</summary>
public enum ObligationStep
{
    Claim,
    Complete,
    TakeBack,
    Accept,
    Return,
    Ask,
    Grant,
    Refuse,
    End,
}
