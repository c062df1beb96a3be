using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Yipanqi.Web.Shell.Documents;

namespace Yipanqi.Web.Files.Letters;

/// <summary>
/// An official letter as a Word file without macros, set by GB/T 9704—2012《党政机关公文格式》: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm (5.1, 5.2.1);
/// 22 lines a page, 正文 3 号仿宋 (5.2.2, 5.2.3); page number 4 号, 一字线 on both sides, odd right and even left (7.5).
/// </summary>
public static class LetterFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(OfficialLetter letter)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = LetterStyles.Make();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
            var (odd, even) = (AddFooter(main, isEven: false), AddFooter(main, isEven: true));
            main.Document = new Document(new Body([.. Parts(letter), Section(odd, even)]));
            document.PackageProperties.Title = letter.Title;
            document.PackageProperties.Creator = letter.Organ;
        }

        return memory.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Parts(OfficialLetter letter)
    {
        yield return LetterParts.Paragraph(LetterStyles.Head, letter.Organ, LetterStyles.BannerSize(letter.Organ));
        yield return LetterParts.Paragraph(LetterStyles.Number, letter.Number);
        yield return LetterParts.Paragraph(LetterStyles.Title, letter.Title);
        yield return LetterParts.Paragraph(LetterStyles.Addressee, letter.Addressee + "：");
        foreach (var part in letter.Blocks.SelectMany(LetterParts.Of))
        {
            yield return part;
        }

        yield return LetterParts.Paragraph(LetterStyles.Signature, letter.Organ);
        yield return LetterParts.Paragraph(LetterStyles.Signature, letter.Day);
        foreach (var (part, at) in letter.Annex.SelectMany(LetterParts.Of).Select((p, at) => (p, at)))
        {
            if (at == 0)
            {
                yield return new Paragraph(new Run(new Break { Type = BreakValues.Page }));
            }

            yield return part;
        }
    }

    private static SectionProperties Section(string odd, string even) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = odd },
        new FooterReference { Type = HeaderFooterValues.Even, Id = even },
        new PageSize { Width = LetterStyles.Millimetres(210), Height = LetterStyles.Millimetres(297) },
        new PageMargin
        {
            Top = (int)LetterStyles.Millimetres(37),
            Right = LetterStyles.Millimetres(26),
            Bottom = (int)LetterStyles.Millimetres(35),
            Left = LetterStyles.Millimetres(28),
            Header = LetterStyles.Millimetres(15),
            Footer = LetterStyles.Millimetres(24),
            Gutter = 0,
        },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = LetterStyles.LinePitch });

    private static string AddFooter(MainDocumentPart main, bool isEven)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = LetterStyles.PageNumber }, new Justification { Val = isEven ? JustificationValues.Left : JustificationValues.Right }),
            LetterParts.Run("— "), new SimpleField(LetterParts.Run("1")) { Instruction = "PAGE" }, LetterParts.Run(" —")));
        return main.GetIdOfPart(part);
    }
}
