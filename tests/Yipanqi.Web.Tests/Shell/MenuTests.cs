using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Tests.Shell;

public class MenuTests
{
    private static readonly MenuEntry Board = new(MenuGroup.Overview, "总览", "/", "layout-dashboard", 1);
    private static readonly MenuEntry Organs = new(MenuGroup.Overview, "单位画像", "/organs", "building", 2);
    private static readonly MenuEntry Ledger = new(MenuGroup.Delivery, "整改台账", "/rectification", "table", 1) { AnyOf = ["rectification.read"] };

    [Fact]
    public void Shows_an_entry_only_to_those_who_hold_its_permission()
    {
        var stranger = new Menu([Ledger, Board], new(), "/");
        var keeper = new Menu([Ledger, Board], new() { Allows = p => p == "rectification.read" }, "/");

        stranger.Groups.SelectMany(g => g).ShouldBe([Board]);
        keeper.Groups.SelectMany(g => g).ShouldBe([Board, Ledger]);
    }

    [Theory]
    [InlineData("/", "总览")]
    [InlineData("/organs", "单位画像")]
    [InlineData("/organs/17/history", "单位画像")]
    [InlineData("/organs-archive", null)]
    public void Marks_the_entry_a_page_lies_under(string path, string? label)
    {
        new Menu([Board, Organs], new(), path).Current?.Label.ShouldBe(label);
    }
}
