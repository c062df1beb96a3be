using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Letters;
using Yipanqi.Web.Shell.Documents;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.Reports.ReportGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Reports;

public sealed class BulletinPageTests
{
    [Fact]
    public async Task Is_written_by_one_and_issued_by_another_on_the_pages()
    {
        using var made = await TwoQuartersAsync(DatabaseKind.Sqlite);
        await made.Ground.AddPersonAsync("officer", PostRole.WorkCommitteeOfficer);
        using var officer = Browser.Start(made.Ground.Database, made.Ground.Clock);
        using var lead = officer.Another();
        await officer.SignInAsync("officer");
        await lead.SignInAsync();

        var edit = await (await officer.GetAsync("/assessment/bulletins")).Form("起草通报").SendAsync();
        var refused = await edit.Form("保存").Fill("发文机关代字", "").Fill("下一步要求", "十日内报方案。").SendAsync();
        var saved = await refused.Form("保存").Fill("发文机关代字", "示直工通").SendAsync();
        var waiting = await lead.GetAsync(saved.Path);
        var issued = await waiting.Form("确认印发").SendAsync();

        edit.Heading.ShouldBe("写点评");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Form("保存")["下一步要求"].Trim().ShouldBe("十日内报方案。");
        saved.Text.ShouldContain("由另一位有发布权限的同志印发");
        issued.Heading.ShouldStartWith("示直工通〔2026〕1号");
        issued.Text.ShouldContain("关于2026年第三季度党建业务融合考评情况的通报");
        issued.Text.ShouldContain("十日内报方案。");
        issued.Text.ShouldNotContain("确认印发");
        (await officer.GetAsync(saved.Path + "/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Is_a_word_file_with_the_letter_of_the_page()
    {
        using var made = await TwoQuartersAsync(DatabaseKind.Sqlite);
        var view = await made.IssuedAsync();
        using var browser = Browser.Start(made.Ground.Database, made.Ground.Clock);
        await browser.SignInAsync();

        var (name, file) = await browser.DownloadAsync($"/assessment/bulletins/{view.Line.Id}/word");

        name.ShouldBe("关于2026年第三季度党建业务融合考评情况的通报.docx");
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        var body = document.MainDocumentPart!.Document.Body!;
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        document.MainDocumentPart.VbaProjectPart.ShouldBeNull();
        TextOf(body, "LetterHead").ShouldBe(["示范工委"]);
        TextOf(body, "LetterNumber").ShouldBe(["示直工通〔2026〕1号"]);
        TextOf(body, "LetterTitle").ShouldBe([view.Line.Title]);
        TextOf(body, "LetterHeading1").ShouldBe(view.Letter!.Blocks.Concat(view.Letter.Annex).OfType<LetterBlock.Heading>().Where(h => h.Level == 1).Select(h => h.Text));
        TextOf(body, "LetterBody").ShouldBe(view.Letter.Blocks.OfType<LetterBlock.Paragraph>().Select(p => p.Text));
        body.Elements<Table>().Select(Rows).ShouldBe(view.Letter.Blocks.Concat(view.Letter.Annex).OfType<LetterBlock.Table>()
            .Select(t => string.Join('\n', t.Rows.Select(r => string.Join('|', r.Select(c => c.Text))).Prepend(string.Join('|', t.Columns.Select(c => c.Head))))));
        body.Elements<Table>().ShouldAllBe(t => t.Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>().Any());
    }

    [Fact]
    public void Is_set_by_the_standard_of_official_letters()
    {
        var file = LetterFile.Write(new("示范工委", "示工〔2026〕1号", "关于试验的通报", "各单位", [new LetterBlock.Paragraph("正文\u0001。")], "2026年10月16日"));

        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        var section = document.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        var margin = section.GetFirstChild<PageMargin>()!;
        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
        (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value).ShouldBe((11906u, 16838u));
        (margin.Top!.Value, margin.Left!.Value, margin.Right!.Value, margin.Bottom!.Value).ShouldBe((2098, 1587u, 1474u, 1984));
        (FontOf("LetterTitle"), SizeOf("LetterTitle")).ShouldBe(("方正小标宋简体", "44"));
        (FontOf("LetterBody"), SizeOf("LetterBody")).ShouldBe(("仿宋_GB2312", "32"));
        (FontOf("LetterHeading1"), FontOf("LetterHeading2")).ShouldBe(("黑体", "楷体_GB2312"));
        SizeOf("LetterPageNumber").ShouldBe("28");
        document.MainDocumentPart.FooterParts.Count().ShouldBe(2);
        document.MainDocumentPart.Document.Body.InnerText.ShouldContain("正文。");

        string FontOf(string style) => styles[style].StyleRunProperties!.RunFonts!.EastAsia!.Value!;
        string SizeOf(string style) => styles[style].StyleRunProperties!.FontSize!.Val!.Value!;
    }

    [Fact]
    public async Task Hides_a_draft_and_its_word_file_from_other_organs()
    {
        using var made = await TwoQuartersAsync(DatabaseKind.Sqlite);
        var id = (await made.DraftAsync(made.Officer)).Value;
        await made.Ground.ChangeAsync(db =>
        {
            var account = Account.New(db.TenantId, "office", "Yipanqi-2026", new UpperInvariantLookupNormalizer(), new PasswordHasher<Account>());
            var person = Person.New(db.TenantId, "吴敏", account.Id);
            db.AddRange(account, person, Post.New(person, made.Ground.Committee.First, PostRole.PartyCommitteeOfficer, "专职副书记", new DateOnly(2026, 1, 1)));
            return Task.CompletedTask;
        });
        using var browser = Browser.Start(made.Ground.Database, made.Ground.Clock);
        await browser.SignInAsync("office");

        (await browser.GetAsync($"/assessment/bulletins/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/assessment/bulletins/{id}/word")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/assessment/bulletins/{id}/edit")).Path.ShouldStartWith("/denied");
        (await browser.GetAsync("/assessment/bulletins")).Text.ShouldContain("还没有印发过通报");
    }

    private static IEnumerable<string> TextOf(Body body, string style) =>
        body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style).Select(p => p.InnerText);

    private static string Rows(Table table) => string.Join('\n', table.Elements<TableRow>().Select(r => string.Join('|', r.Elements<TableCell>().Select(c => c.InnerText))));
}
