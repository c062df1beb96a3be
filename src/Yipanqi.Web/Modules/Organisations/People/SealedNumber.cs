namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>A telephone or identity number as it is stored: encrypted, masked for the pages, and a keyed hash to find the same number again.</summary>
public sealed record SealedNumber(string Sealed, string Masked, string Hash)
{
    public static readonly SealedNumber None = new("", "", "");
}
