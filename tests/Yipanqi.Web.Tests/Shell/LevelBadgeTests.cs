using Yipanqi.Web.Shell.Levels;

namespace Yipanqi.Web.Tests.Shell;

public class LevelBadgeTests
{
    [Theory]
    [InlineData(LevelMark.Green, "绿色", "<circle class=\"s-green\"")]
    [InlineData(LevelMark.Yellow, "黄色", "<path class=\"s-yellow\"")]
    [InlineData(LevelMark.Orange, "橙色", "<path class=\"s-orange\"")]
    [InlineData(LevelMark.Red, "红色", "<path class=\"s-red\"")]
    [InlineData(LevelMark.None, "无数据", "<circle class=\"s-none\"")]
    public async Task Says_the_level_in_a_word_and_a_shape(LevelMark level, string word, string shape)
    {
        var parameters = new Dictionary<string, object?> { ["Level"] = level };

        (await Rendered.WordsOf<LevelBadge>(parameters)).ShouldBe(word);
        (await Rendered.HtmlOf<LevelBadge>(parameters)).ShouldContain(shape);
    }

    [Fact]
    public async Task Says_that_a_computed_level_is_only_proposed()
    {
        var words = await Rendered.WordsOf<LevelBadge>(new() { ["Level"] = LevelMark.Red, ["Proposed"] = true });

        words.ShouldBe("建议红色");
    }
}
