namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Where a term stands on a day.</summary>
public enum TermState
{
    /// <summary>届内.</summary>
    Running,

    /// <summary>将到期: within the notice of the rules (6 months) before the day it is due.</summary>
    DueSoon,

    /// <summary>到期: its years are over, an approved extension runs.</summary>
    Extended,

    /// <summary>超期: due and neither re-elected nor (any longer) extended.</summary>
    Overdue,

    /// <summary>已换届: the next term was elected.</summary>
    Ended,
}
