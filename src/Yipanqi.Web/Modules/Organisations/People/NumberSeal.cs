using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Seals the numbers of one tenant.</summary>
public sealed class NumberSeal(IDataProtector protector, byte[] key)
{
    public SealedNumber Phone(string number) => Seal(number, NumberText.MaskPhone(number));

    public SealedNumber Identity(string number) => Seal(number, NumberText.MaskIdentity(number));

    /// <summary>Keyed hash of a number as it is compared; empty for no number.</summary>
    public string Hash(string number) =>
        number.Length == 0 ? "" : Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(number)));

    private SealedNumber Seal(string number, string masked) =>
        number.Length == 0 ? SealedNumber.None : new SealedNumber(protector.Protect(number), masked, Hash(number));
}
