namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>A person of the database that a file names, as far as the comparison needs.</summary>
/// <param name="InScope">Whether the actor manages this person; of others only the code is known to be taken.</param>
/// <param name="BranchFrom">First day in the present branch.</param>
/// <param name="LastDay">Last day of the latest membership that has ended.</param>
internal sealed record KnownPerson(
    Guid Id, bool InScope, string Name, PersonFacts Facts, Guid? BranchId, DateOnly? BranchFrom, DateOnly? LastDay, string PhoneMasked, string PhoneHash, string IdentityMasked, string IdentityHash);
