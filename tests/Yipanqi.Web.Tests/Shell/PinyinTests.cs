using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Tests.Shell;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("单立", "sl", "shanli")]
    [InlineData("曾晓", "zx", "zengxiao")]
    [InlineData("仇和平", "qhp", "qiuheping")]
    [InlineData("解明", "xm", "xieming")]
    [InlineData("任静", "rj", "renjing")]
    [InlineData("朴英", "py", "piaoying")]
    [InlineData("尉迟敬", "ycj", "yuchijing")]
    [InlineData("单于飞", "cyf", "chanyufei")]
    [InlineData("吕女士", "lns", "lvnvshi")]
    [InlineData("李单", "ld", "lidan")]
    public void Spells_a_surname_as_it_is_said(string name, string initials, string full)
    {
        var spelling = Pinyin.OfPerson(name);

        spelling.Initials.ShouldBe(initials);
        spelling.Full.ShouldBe(full);
    }

    [Theory]
    [InlineData("住房城乡建设局", "zfcxjsj")]
    [InlineData("重庆银行", "cqyh")]
    [InlineData("单位会计处", "dwkjc")]
    [InlineData("第一支部 · 住房城乡建设局", "dyzbzfcxjsj")]
    [InlineData("１２３４５热线", "12345rx")]
    [InlineData("", "")]
    public void Spells_words_of_an_organ(string text, string initials) => Pinyin.Of(text).Initials.ShouldBe(initials);

    [Fact]
    public void Orders_by_syllable_then_tone_then_character_then_the_next()
    {
        string[] names = ["张三", "单立", "林安", "利明", "理静", "李静", "李敬", "李", "安国"];

        var sorted = names.OrderBy(n => Pinyin.OfPerson(n).SortKey, StringComparer.Ordinal);

        Pinyin.OfPerson("李静").SortKey.ShouldBe("li3李 jing4静");
        sorted.ShouldBe(["安国", "李", "李敬", "李静", "理静", "利明", "林安", "单立", "张三"]);
    }

    [Fact]
    public void Keeps_what_it_cannot_spell_and_bounds_what_is_long()
    {
        var unknown = Pinyin.Of("●");
        var rare = Pinyin.OfPerson("王𬱖");
        var endless = Pinyin.Of(string.Concat(Enumerable.Repeat("庄", 200)));

        unknown.SortKey.ShouldBe("●");
        rare.Full.ShouldBe("wangwei");
        endless.Initials.Length.ShouldBe(Spelling.InitialsLength);
        endless.SortKey.Length.ShouldBeInRange(150, Spelling.SortKeyLength);
    }
}
