using Yipanqi.Web.Access;

namespace Yipanqi.Web.Tests.Access;

public sealed class SeparationOfDutiesTests
{
    private static readonly Unit Top = Unit.New(Guid.CreateVersion7(), "GW", "工委", Track.Party, null);
    private static readonly Unit Below = Unit.New(Top.TenantId, "P1", "机关党委", Track.Party, Top);
    private static readonly Unit Organs = Unit.New(Top.TenantId, "JG", "机关", Track.Administrative, null);
    private static readonly Person Person = Person.New(Top.TenantId, "周明", null);
    private static readonly DateOnly Day = new(2026, 10, 12);

    [Theory]
    [InlineData(PostRole.SystemAdministrator, PostRole.SecurityAdministrator, SeparationFault.SecondAdministrator)]
    [InlineData(PostRole.AuditAdministrator, PostRole.SystemAdministrator, SeparationFault.SecondAdministrator)]
    [InlineData(PostRole.SecurityAdministrator, PostRole.BranchSecretary, SeparationFault.BusinessOfAdministrator)]
    [InlineData(PostRole.AuditAdministrator, PostRole.Member, SeparationFault.BusinessOfAdministrator)]
    [InlineData(PostRole.WorkCommitteeLead, PostRole.AuditAdministrator, SeparationFault.AdministratorInBusiness)]
    [InlineData(PostRole.WorkCommitteeLead, PostRole.WorkCommitteeLead, SeparationFault.AlreadyHeld)]
    [InlineData(PostRole.WorkCommitteeLead, PostRole.Inspector, SeparationFault.None)]
    public void Says_why_two_roles_do_not_go_together(PostRole held, PostRole wanted, SeparationFault expected)
    {
        var post = Post.New(Person, Top, held, "职务", Day.AddYears(-1));

        SeparationOfDuties.Check([post], Top, wanted, Day).ShouldBe(expected);
    }

    [Theory]
    [InlineData(-1, SeparationFault.None)]
    [InlineData(0, SeparationFault.SecondAdministrator)]
    public void Looks_at_posts_of_the_same_time_alone(int endsAfterDays, SeparationFault expected)
    {
        var post = Post.New(Person, Top, PostRole.SystemAdministrator, "职务", Day.AddYears(-1));
        post.EndWith(Day.AddDays(endsAfterDays));

        SeparationOfDuties.Check([post], Top, PostRole.SecurityAdministrator, Day).ShouldBe(expected);
    }

    [Fact]
    public void Places_administrators_at_the_top_of_the_party_tree()
    {
        SeparationOfDuties.Check([], Below, PostRole.AuditAdministrator, Day).ShouldBe(SeparationFault.NotAtTheTop);
        SeparationOfDuties.Check([], Organs, PostRole.AuditAdministrator, Day).ShouldBe(SeparationFault.NotAtTheTop);
        SeparationOfDuties.Check([], Top, PostRole.AuditAdministrator, Day).ShouldBe(SeparationFault.None);
        SeparationOfDuties.Check([], Below, PostRole.BranchSecretary, Day).ShouldBe(SeparationFault.None);
    }

    [Fact]
    public void Has_a_sentence_for_every_fault()
    {
        foreach (var fault in Enum.GetValues<SeparationFault>().Where(f => f != SeparationFault.None))
        {
            SeparationOfDuties.Words(fault, "周明").ShouldEndWith("。");
        }
    }

    [Theory]
    [InlineData(true, PostRole.WorkCommitteeLead, PostRole.Inspector)]
    [InlineData(true, PostRole.AuditAdministrator, PostRole.AuditAdministrator)]
    [InlineData(false, PostRole.AuditAdministrator, PostRole.SystemAdministrator)]
    [InlineData(false, PostRole.AuditAdministrator, PostRole.Member)]
    public void Tells_roles_that_hold_together(bool expected, params PostRole[] roles) => SeparationOfDuties.Holds(roles).ShouldBe(expected);
}
