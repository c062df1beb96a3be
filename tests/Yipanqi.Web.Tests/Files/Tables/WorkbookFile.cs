using System.IO.Compression;
using System.Text;

namespace Yipanqi.Web.Tests.Files.Tables;

/// <summary>A workbook written part by part, also one that no program would write.</summary>
public sealed class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly Dictionary<string, string> parts = new()
    {
        ["_rels/.rels"] = $"<Relationships xmlns='{Links}'><Relationship Id='r1' Type='{Types}/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        ["xl/workbook.xml"] = $"<workbook xmlns='{Main}' xmlns:r='{Types}'><sheets><sheet name='一' sheetId='1' r:id='r1'/><sheet name='二' sheetId='2' r:id='r2'/></sheets></workbook>",
        ["xl/_rels/workbook.xml.rels"] = $"<Relationships xmlns='{Links}'><Relationship Id='r1' Type='{Types}/worksheet' Target='worksheets/sheet1.xml'/>"
            + $"<Relationship Id='r2' Type='{Types}/worksheet' Target='/xl/worksheets/sheet2.xml'/><Relationship Id='r3' Type='{Types}/sharedStrings' Target='sharedStrings.xml'/></Relationships>",
        ["xl/worksheets/sheet2.xml"] = $"<worksheet xmlns='{Main}'><sheetData><row><c t='inlineStr'><is><t>第二张</t></is></c></row></sheetData></worksheet>",
    };

    /// <summary>The rows of the first sheet as XML inside sheetData.</summary>
    public WorkbookFile Rows(string xml, string before = "", string head = "")
    {
        parts["xl/worksheets/sheet1.xml"] = $"{head}<worksheet xmlns='{Main}'>{before}<sheetData>{xml}</sheetData></worksheet>";
        return this;
    }

    public WorkbookFile Shared(string xml)
    {
        parts["xl/sharedStrings.xml"] = $"<sst xmlns='{Main}'>{xml}</sst>";
        return this;
    }

    public WorkbookFile Part(string name, string text)
    {
        parts[name] = text;
        return this;
    }

    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
