using Yipanqi.Web.Modules.Evidence;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>One obligation in full.</summary>
/// <param name="Holders">Names of those who hold the post today, or of the member.</param>
/// <param name="IsMine">The reader has to do it.</param>
/// <param name="Decides">The reader decides on it.</param>
public sealed record ObligationView(
    Obligation Row, DutyFacts Duty, string ListName, int ListNumber, string UnitName, string UnitPath, IReadOnlyList<string> Holders, string Parent,
    bool IsMine, bool Decides, IReadOnlyList<EvidenceLine> Evidence, IReadOnlyList<ObligationView.Mark> Marks)
{
    /// <summary>One line of what happened, from the journal.</summary>
    public sealed record Mark(DateTime AtUtc, string Action, string Person, string Reason);
}
