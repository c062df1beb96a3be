namespace Yipanqi.Web.Shell.Levels;

/// <summary>The words and style names of the levels.</summary>
public static class LevelWords
{
    public static string Style(this LevelMark level) => level switch
    {
        LevelMark.Green => "green",
        LevelMark.Yellow => "yellow",
        LevelMark.Orange => "orange",
        LevelMark.Red => "red",
        _ => "none",
    };

    public static string Word(this LevelMark level, Text.T T) => level switch
    {
        LevelMark.Green => T["绿色"],
        LevelMark.Yellow => T["黄色"],
        LevelMark.Orange => T["橙色"],
        LevelMark.Red => T["红色"],
        _ => T["无数据"],
    };
}
