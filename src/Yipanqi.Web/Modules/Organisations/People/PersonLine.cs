namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>A person in lists and exports. Numbers are masked; no list shows them otherwise.</summary>
public sealed record PersonLine(
    Guid Id, string Name, string StaffCode, Gender Gender, DateOnly? BirthMonth, PartyStatus Status, DateOnly? JoinedDay, DateOnly? FullMemberDay, bool IsKeyPost,
    string PhoneMasked, string IdentityMasked, Guid? BranchId, string BranchCode, string BranchName, Guid? WorkUnitId, string WorkUnitCode, string WorkUnitName);
