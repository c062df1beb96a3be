namespace Yipanqi.Web.Files.Tables;

/// <summary>How large an uploaded table may be. A list of all 41,352 townships of the country is well inside.</summary>
public static class TableLimits
{
    public const int FileMegabytes = 20;

    public const int FileBytes = FileMegabytes * 1024 * 1024;

    public const int Rows = 100_000;

    public const int Columns = 256;

    public const int Cells = 1_500_000;

    /// <summary>Excel's own limit of characters in a cell.</summary>
    public const int CellCharacters = 32_767;

    /// <summary>Parts of a workbook; a real one has some dozens.</summary>
    public const int ZipEntries = 2_000;

    public const long UnpackedBytes = 96L * 1024 * 1024;

    /// <summary>Packed more tightly than this a part over <see cref="RatioFromBytes"/> is no table (the bound that Apache POI uses too).</summary>
    public const int PackingRatio = 100;

    public const int RatioFromBytes = 4 * 1024 * 1024;
}
