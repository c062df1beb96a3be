using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Yipanqi.Web.Files.Letters;

/// <summary>
/// The styles of an official letter with the fonts and sizes of GB/T 9704—2012: 发文机关标志 小标宋 red (7.2.4), 发文字号 3 号仿宋 (7.2.5), 标题 2 号小标宋 (7.3.1),
/// 正文 3 号仿宋 with an indent of two characters (7.3.3), 一、 黑体, （一） 楷体. Fonts are named, not embedded: WPS and Word of an office have them.
/// </summary>
internal static class LetterStyles
{
    public const string Head = "LetterHead";
    public const string Number = "LetterNumber";
    public const string Title = "LetterTitle";
    public const string Addressee = "LetterAddressee";
    public const string Body = "LetterBody";
    public const string HeadingOne = "LetterHeading1";
    public const string HeadingTwo = "LetterHeading2";
    public const string Caption = "LetterCaption";
    public const string Cell = "LetterCell";
    public const string CellHead = "LetterCellHead";
    public const string CellFigure = "LetterCellFigure";
    public const string Signature = "LetterSignature";
    public const string PageNumber = "LetterPageNumber";

    /// <summary>225 mm over 22 lines, in twentieths of a point.</summary>
    public const int LinePitch = 579;

    /// <summary>156 mm, in twentieths of a point.</summary>
    public const uint TextWidth = 8844;

    private const string Song = "方正小标宋简体";
    private const string FangSong = "仿宋_GB2312";
    private const string Hei = "黑体";
    private const string Kai = "楷体_GB2312";
    private const string Latin = "Times New Roman";

    // Sizes in half points: 小初, 2 号, 3 号, 4 号, 小四.
    private const int Banner = 72;
    private const int Second = 44;
    private const int Third = 32;
    private const int Fourth = 28;
    private const int Small = 24;

    private const string RedOfLetters = "C00000";
    private const double TwipsPerMillimetre = 1440 / 25.4;

    /// <summary>小初, or as much smaller as keeps a long name on one line; not below 2 号.</summary>
    public static int BannerSize(string organ) => Math.Clamp(organ.Length == 0 ? Banner : (int)TextWidth / 10 / organ.Length, Second, Banner);

    public static uint Millimetres(double length) => (uint)Math.Round(length * TwipsPerMillimetre);

    public static Styles Make()
    {
        var centred = new Justification { Val = JustificationValues.Center };
        return new(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(FangSong), new FontSize { Val = Half(Third) }, new FontSizeComplexScript { Val = Half(Third) }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Pitch()))),
            Named(Head, "发文机关标志", Song, Banner, [new SpacingBetweenLines { Before = "240", After = "480", Line = "960", LineRule = LineSpacingRuleValues.AtLeast }, centred.CloneNode(true)], RedOfLetters),
            Named(Number, "发文字号", FangSong, Third, [RedLine(), Pitch(after: 400), centred.CloneNode(true)]),
            Named(Title, "公文标题", Song, Second, [new KeepNext(), new SpacingBetweenLines { Before = "579", After = "579", Line = "640", LineRule = LineSpacingRuleValues.AtLeast }, centred.CloneNode(true)]),
            Named(Addressee, "主送机关", FangSong, Third, [Pitch()]),
            Named(Body, "公文正文", FangSong, Third, [Pitch(), Indent()]),
            Named(HeadingOne, "一级标题", Hei, Third, [new KeepNext(), Pitch(), Indent(), new OutlineLevel { Val = 0 }]),
            Named(HeadingTwo, "二级标题", Kai, Third, [new KeepNext(), Pitch(), Indent(), new OutlineLevel { Val = 1 }]),
            Named(Caption, "表题", Hei, Small, [new KeepNext(), new SpacingBetweenLines { Before = "160", After = "80" }, centred.CloneNode(true)]),
            Named(Cell, "表文", FangSong, Small, [OffGrid(), Tight()]),
            Named(CellHead, "表头", Hei, Small, [OffGrid(), Tight(), centred.CloneNode(true)]),
            Named(CellFigure, "表内数字", FangSong, Small, [OffGrid(), Tight(), new Justification { Val = JustificationValues.Right }]),
            Named(Signature, "署名和成文日期", FangSong, Third, [new KeepLines(), Pitch(), new Indentation { RightChars = 400, Right = "1280" }, new Justification { Val = JustificationValues.Right }]),
            Named(PageNumber, "页码", "宋体", Fourth, [new Indentation { LeftChars = 100, Left = "280", RightChars = 100, Right = "280" }]));
    }

    private static Style Named(string id, string name, string font, int size, IEnumerable<OpenXmlElement> paragraph, string? colour = null)
    {
        var run = new StyleRunProperties(Fonts(font));
        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        run.Append(new FontSize { Val = Half(size) }, new FontSizeComplexScript { Val = Half(size) });
        return new Style(new StyleName { Val = name }, new PrimaryStyle(), new StyleParagraphProperties(paragraph), run) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true };
    }

    private static RunFonts Fonts(string font) => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = font, ComplexScript = Latin };

    private static SpacingBetweenLines Pitch(int after = 0) =>
        new() { Before = "0", After = after.ToString(CultureInfo.InvariantCulture), Line = LinePitch.ToString(CultureInfo.InvariantCulture), LineRule = LineSpacingRuleValues.Exact };

    private static SpacingBetweenLines Tight() => new() { Before = "20", After = "20", Line = "320", LineRule = LineSpacingRuleValues.AtLeast };

    // The lines of a page are 22; those of a table need not lie on them.
    private static SnapToGrid OffGrid() => new() { Val = false };

    private static Indentation Indent() => new() { FirstLineChars = 200, FirstLine = "640" };

    // 版头中的分隔线: 4 mm below the number, as wide as the text, red (7.2.7).
    private static ParagraphBorders RedLine() => new(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 11, Color = RedOfLetters });

    private static string Half(int size) => size.ToString(CultureInfo.InvariantCulture);
}
