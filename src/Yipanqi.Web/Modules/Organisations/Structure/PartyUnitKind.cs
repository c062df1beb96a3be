namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>What a Party organisation is, as far as rules of size and term go.</summary>
public enum PartyUnitKind
{
    /// <summary>The kind written for the unit is not known; no rule is applied.</summary>
    Unknown,

    /// <summary>No elected committee: 工委 is sent by the committee above, 党组 is appointed.</summary>
    None,
    Committee,
    GeneralBranch,
    Branch,

    /// <summary>临时党支部 and the like: leaders are named by the organisation that approved it; members keep their branch.</summary>
    Temporary,
}
