namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>What a form may set of a person, as typed. Null numbers are left as they are.</summary>
/// <param name="WorkUnit">Code or name of the administrative unit.</param>
public sealed record PersonValues(
    string Name, string StaffCode, string Gender, string BirthMonth, string Status, string JoinedDay, string FullMemberDay, string WorkUnit, bool IsKeyPost, string? Phone, string? Identity);
