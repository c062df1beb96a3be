using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>What is known of a Party organisation on a day, for the check.</summary>
/// <param name="Members">Full and probationary members of the organisation and of all below it.</param>
public sealed record UnitFacts(Guid Id, string Code, string Name, string Kind, int SortOrder, int Members, int FullMembers, UnitFacts.TermFacts? Term)
{
    /// <param name="Holders">Of each person who holds posts on the day the first of them: as many as the committee has people.</param>
    /// <param name="SecretaryUntil">Last day of the last secretary, where the post is vacant and one was there.</param>
    public sealed record TermFacts(
        Guid Id, int Number, DateOnly ElectedDay, DateOnly RegularDueDay, DateOnly DueDay, int? Seats, IReadOnlyList<PartyRole> Holders, DateOnly? SecretaryUntil)
    {
        public bool HasSecretary => Holders.Contains(PartyRole.Secretary);

        /// <summary>First day without a secretary.</summary>
        public DateOnly VacantSince => SecretaryUntil?.AddDays(1) ?? ElectedDay;
    }
}
