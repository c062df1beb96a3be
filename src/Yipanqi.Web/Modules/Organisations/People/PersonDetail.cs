using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>
/// What the platform knows of a person beside the name. <see cref="BranchId"/> repeats the open <see cref="Membership"/>, so that lists need
/// no history and two transfers at once meet at <see cref="Version"/>: one of them loses.
/// </summary>
public sealed class PersonDetail : ITenantOwned, IVersioned
{
    private PersonDetail()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid PersonId { get; private set; }

    public string StaffCode { get; private set; } = "";

    public Gender Gender { get; private set; }

    public DateOnly? BirthMonth { get; private set; }

    public PartyStatus Status { get; private set; }

    public DateOnly? JoinedDay { get; private set; }

    /// <summary><see cref="JoinedDay"/> as lists are ordered by it; the first day there is for those without one, so that both databases put them at the same end.</summary>
    public DateOnly JoinedOrder { get; private set; }

    public DateOnly? FullMemberDay { get; private set; }

    public Guid? WorkUnitId { get; private set; }

    public bool IsKeyPost { get; private set; }

    public Guid? BranchId { get; private set; }

    public string PhoneSealed { get; private set; } = "";

    public string PhoneMasked { get; private set; } = "";

    public string PhoneHash { get; private set; } = "";

    public string IdentitySealed { get; private set; } = "";

    public string IdentityMasked { get; private set; } = "";

    /// <summary>Null where no number is known; unique in the tenant.</summary>
    public string? IdentityHash { get; private set; }

    public int Version { get; private set; }

    public PersonFacts Facts => new(StaffCode, Gender, BirthMonth, Status, JoinedDay, FullMemberDay, WorkUnitId, IsKeyPost);

    public static PersonDetail New(Person person, PersonFacts facts)
    {
        var detail = new PersonDetail { TenantId = person.TenantId, PersonId = person.Id };
        detail.Describe(facts);
        return detail;
    }

    /// <summary>Sets what a form or an import may change; true where something did change.</summary>
    public bool Describe(PersonFacts facts)
    {
        if (Facts == facts)
        {
            return false;
        }

        (StaffCode, Gender, BirthMonth, Status) = (facts.StaffCode, facts.Gender, facts.BirthMonth, facts.Status);
        (JoinedDay, FullMemberDay, WorkUnitId, IsKeyPost) = (facts.JoinedDay, facts.FullMemberDay, facts.WorkUnitId, facts.IsKeyPost);
        JoinedOrder = facts.JoinedDay ?? DateOnly.MinValue;
        return true;
    }

    public bool SetPhone(SealedNumber number)
    {
        var changed = PhoneHash != number.Hash;
        if (changed)
        {
            (PhoneSealed, PhoneMasked, PhoneHash) = (number.Sealed, number.Masked, number.Hash);
        }

        return changed;
    }

    public bool SetIdentity(SealedNumber number)
    {
        var changed = (IdentityHash ?? "") != number.Hash;
        if (changed)
        {
            (IdentitySealed, IdentityMasked, IdentityHash) = (number.Sealed, number.Masked, number.Hash.Length > 0 ? number.Hash : null);
        }

        return changed;
    }

    /// <summary>The unit worked in became another.</summary>
    public void WorkIn(Guid unitId) => WorkUnitId = unitId;

    internal void StandIn(Guid? branchId) => BranchId = branchId;
}
