namespace Yipanqi.Web.Files.Imports;

/// <summary>What an import would do with a row.</summary>
public enum RowChange
{
    Added,
    Updated,
    Unchanged,
}
