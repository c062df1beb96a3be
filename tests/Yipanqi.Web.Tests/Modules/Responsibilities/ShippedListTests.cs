using Yipanqi.Web.Access.Packs;
using Yipanqi.Web.Modules.Responsibilities;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class ShippedListTests
{
    private static readonly List<DutyFacts> All = [.. ShippedLists.All.SelectMany(l => l.Facts)];

    public static TheoryData<string> Packs => [.. TemplatePacks.All.Select(p => p.Code)];

    [Fact]
    public void Hold_what_the_field_publishes()
    {
        TemplatePacks.All.Select(p => string.Join(' ', ShippedLists.Of(p).Select(l => $"{l.Code} {l.Facts.Count} {DutyWords.Of(l.Facts.Select(f => f.Level).Distinct().Single())}"))).ShouldBe(
            ["DZ 22 党组 ZZ 13 机关党委 SJ 17 党支部 DY 7 党员", "XZ 15 机关党委 XS 17 党支部 XD 7 党员", "YZ 14 机关党委 YS 16 党支部 YD 7 党员"]);
        ShippedLists.All.Count.ShouldBe(TemplatePacks.All.Sum(p => p.Lists.Count));
        All.ShouldAllBe(d => d.Clause.Contains('《') && d.Standard.Length > 0);
        All.Select(d => d.Code).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Packs))]
    public void Are_tied_from_level_to_level_without_a_loose_end(string pack)
    {
        var lists = ShippedLists.Of(TemplatePacks.Of(pack));
        var all = lists.SelectMany(l => l.Facts).ToList();
        foreach (var list in lists)
        {
            ListCheck.Of(list.Facts, all.Except(list.Facts).ToDictionary(d => d.Code, d => d.Level)).ShouldBeEmpty();
        }

        all.Where(d => d.Level != all[0].Level).ShouldAllBe(d => d.ParentCode.Length > 0);
    }

    [Theory, MemberData(nameof(Packs))]
    public void Ask_for_no_traces_and_nothing_twice(string pack)
    {
        var lists = ShippedLists.Of(TemplatePacks.Of(pack));
        var all = lists.SelectMany(l => l.Facts).ToList();

        all.SelectMany(ListCheck.TracesOf).ShouldBeEmpty();
        lists.SelectMany(l => LikeDuties.Of(l.Facts, [.. all.Except(l.Facts)])).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Packs))]
    public void Ask_little_of_a_member_and_nothing_that_is_known(string pack)
    {
        var asked = ShippedLists.Of(TemplatePacks.Of(pack)).SelectMany(l => l.Facts).Where(d => d.Level == DutyLevel.Member).ToList();

        asked.Sum(DutyCost.HoursOfOne).ShouldBeLessThan(1.2);
        asked.Count(d => d.IsGenerated).ShouldBe(4);
        asked.Where(d => d.ComputedFrom.Length > 0).ShouldAllBe(d => d.Minutes == 0);
    }

    [Fact]
    public void Ask_nobody_for_what_records_tell_and_people_for_what_they_do_not()
    {
        All.Where(d => d.IsComputed).Select(d => d.Code).ShouldBe(["ZZ-12", "SJ-09", "SJ-17", "XZ-15", "XS-09", "XS-17", "YZ-14", "YS-09", "YS-16"]);
        All.Where(d => d.IsComputed).ShouldAllBe(d => d.Minutes == 0 && d.EvidenceKind == "");
        All.Where(d => d.Code is "ZZ-02" or "ZZ-03" or "SJ-10" or "SJ-11").ShouldAllBe(d => d.IsGenerated && d.Minutes > 0);
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
