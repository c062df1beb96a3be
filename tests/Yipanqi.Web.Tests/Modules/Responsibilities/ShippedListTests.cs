using Yipanqi.Web.Modules.Responsibilities;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class ShippedListTests
{
    private static readonly List<DutyFacts> All = [.. ShippedLists.All.SelectMany(l => l.Facts)];

    [Fact]
    public void Hold_what_the_field_publishes()
    {
        ShippedLists.All.Select(l => (l.Code, l.Facts.Count, l.Facts.Select(f => f.Level).Distinct().Single())).ShouldBe(
            [("DZ", 22, DutyLevel.PartyGroup), ("ZZ", 13, DutyLevel.PartyCommittee), ("SJ", 17, DutyLevel.Branch)]);
        All.ShouldAllBe(d => d.Clause.Contains('《') && d.Standard.Length > 0);
    }

    [Fact]
    public void Are_tied_from_level_to_level_without_a_loose_end()
    {
        foreach (var list in ShippedLists.All)
        {
            var others = All.Except(list.Facts).ToDictionary(d => d.Code, d => d.Level);
            ListCheck.Of(list.Facts, others).ShouldBeEmpty();
        }

        All.Where(d => d.Level != DutyLevel.PartyGroup).ShouldAllBe(d => d.ParentCode.Length > 0);
    }

    [Fact]
    public void Ask_for_no_traces_and_nothing_twice()
    {
        All.SelectMany(ListCheck.TracesOf).ShouldBeEmpty();
        ShippedLists.All.SelectMany(l => LikeDuties.Of(l.Facts, [.. All.Except(l.Facts)])).ShouldBeEmpty();
    }

    [Fact]
    public void Are_known_unchanged_and_no_longer_with_a_word_changed()
    {
        var list = ShippedLists.All[0];

        ShippedLists.IsShipped("DZ", list.Facts).ShouldBeTrue();
        ShippedLists.IsShipped("ZZ", list.Facts).ShouldBeFalse();
        ShippedLists.IsShipped("DZ", [list.Facts[0] with { Minutes = 1 }, .. list.Facts.Skip(1)]).ShouldBeFalse();
    }

    [Fact]
    public void Read_again_what_is_written() => All.ShouldAllBe(d => DutyText.Read(field => DutyText.Write(d)[field]).Value == d);

    [Fact]
    public void Name_traces_and_what_forbids_them()
    {
        var duty = All[0] with { Wording = "组织党员每日打卡签到" };

        ListCheck.TracesOf(duty).Single().ShouldContain("中央网信委");
    }

    [Fact]
    public void Find_two_duties_that_ask_for_nearly_the_same()
    {
        var one = All[0] with { Code = "X-1", Wording = "召开党组会议专题研究全面从严治党工作" };
        var other = one with { Code = "X-2", Wording = "召开党组会议，专题研究全面从严治党" };

        LikeDuties.Of([one, other], []).Single().Share.ShouldBeGreaterThan(0.8);
        LikeDuties.Of([one, other with { Level = DutyLevel.Branch }], []).ShouldBeEmpty();
    }

    [Fact]
    public void Cost_minutes_by_times_by_holders()
    {
        var duty = All[0] with { Minutes = 30, Frequency = DutyFrequency.Monthly, Level = DutyLevel.Branch };
        var holders = new Dictionary<DutyLevel, int> { [DutyLevel.Branch] = 10 };

        DutyCost.HoursAYear(duty, holders).ShouldBe(60);
        DutyCost.HoursAYear(duty with { ComputedFrom = "届次登记" }, holders).ShouldBe(0);
    }
}
