namespace Yipanqi.Web.Files.Tables;

/// <summary>An uploaded table that cannot be read. The message is the sentence the person reads; it never leaves <see cref="TableReader"/>.</summary>
internal sealed class TableFormatException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
