using System.IO.Compression;
using System.Xml;

namespace Yipanqi.Web.Files.Tables;

/// <summary>
/// The parts of a workbook, opened with limits: number of parts, declared size, packing ratio, no document type, nothing from outside.
/// An entry whose declared size lies is cut at that size by the framework and then fails as broken XML.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly ZipArchive zip;
    private readonly string workbook;
    private readonly Dictionary<string, (string Type, string Target)> links;

    public XlsxPackage(byte[] bytes)
    {
        zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        Check(zip);
        workbook = ReadLinks("").Values.Where(l => l.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Select(l => l.Target).FirstOrDefault()
            ?? throw new TableFormatException("table.no-workbook", "这不是 Excel 工作簿。请上传 .xlsx 或 .csv 文件。");
        links = ReadLinks(workbook);
        Sheets = ReadSheets();
    }

    /// <summary>Names and part names of the work sheets in the order of their tabs.</summary>
    public IReadOnlyList<(string Name, string Part)> Sheets { get; }

    public string? SharedStrings =>
        links.Values.Where(l => l.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Select(l => l.Target).FirstOrDefault();

    public XmlReader? Open(string part)
    {
        var entry = zip.GetEntry(part);
        return entry is null ? null : XmlReader.Create(entry.Open(), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = TableLimits.UnpackedBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    public void Dispose() => zip.Dispose();

    private static void Check(ZipArchive zip)
    {
        if (zip.Entries.Count > TableLimits.ZipEntries)
        {
            throw new TableFormatException("table.bomb", "文件里的部件过多，不像是表格。请在 Excel 里复制数据到新文件，另存后再传。");
        }

        var packed = zip.Entries.Any(e => e.Length > TableLimits.RatioFromBytes && e.Length / Math.Max(1, e.CompressedLength) > TableLimits.PackingRatio);
        if (packed || zip.Entries.Sum(e => Math.Min(e.Length, TableLimits.UnpackedBytes + 1)) > TableLimits.UnpackedBytes)
        {
            throw new TableFormatException("table.bomb", "文件解开后过大，没有读取。请只留要导入的工作表，删去空白的行和列，另存后再传。");
        }
    }

    private List<(string Name, string Part)> ReadSheets()
    {
        using var reader = Open(workbook) ?? throw new InvalidDataException("The workbook part is missing.");
        var sheets = new List<(string, string)>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "sheet")
            {
                var id = reader.GetAttribute("id", Relationships) ?? reader.GetAttribute("id", StrictRelationships) ?? "";
                if (links.TryGetValue(id, out var link) && link.Type.EndsWith("/worksheet", StringComparison.Ordinal))
                {
                    sheets.Add((reader.GetAttribute("name") ?? "", link.Target));
                }
            }
        }

        return sheets;
    }

    private Dictionary<string, (string Type, string Target)> ReadLinks(string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var reader = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") != "External")
            {
                var target = reader.GetAttribute("Target") ?? "";
                found[reader.GetAttribute("Id") ?? ""] = (reader.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target);
            }
        }

        return found;
    }
}
