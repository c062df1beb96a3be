namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>What is told of a person beside name, branch and protected numbers.</summary>
/// <param name="StaffCode">工号: unique in the tenant, the key that imports find the person by.</param>
/// <param name="BirthMonth">First day of the month.</param>
/// <param name="JoinedDay">入党日期.</param>
/// <param name="FullMemberDay">转正日期.</param>
/// <param name="WorkUnitId">The administrative unit the person works in.</param>
/// <param name="IsKeyPost">重点岗位.</param>
public sealed record PersonFacts(
    string StaffCode, Gender Gender, DateOnly? BirthMonth, PartyStatus Status, DateOnly? JoinedDay, DateOnly? FullMemberDay, Guid? WorkUnitId, bool IsKeyPost);
