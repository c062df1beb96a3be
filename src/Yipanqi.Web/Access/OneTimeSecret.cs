using System.Security.Cryptography;

namespace Yipanqi.Web.Access;

/// <summary>A secret to hand over: random, without letters and digits that look alike, in groups that can be read out.</summary>
public static class OneTimeSecret
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";
    private const int Groups = 4;

    /// <summary>Four groups of two letters and two digits: 60 bits, and five tries before the account locks.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Groups).Select(_ =>
        RandomNumberGenerator.GetString(Letters, 2) + RandomNumberGenerator.GetString(Digits, 2)));
}
