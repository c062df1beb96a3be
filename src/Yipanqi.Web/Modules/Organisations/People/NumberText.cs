using System.Text.RegularExpressions;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Telephone and identity numbers: how they are read, checked and masked.</summary>
public static partial class NumberText
{
    private const string CheckDigits = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>As compared and stored: without spaces and hyphens, a trailing x in upper case.</summary>
    public static string Normal(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '－'))).ToUpperInvariant();

    public static bool IsMasked(string text) => text.Contains('*', StringComparison.Ordinal);

    public static string? PhoneFault(string number) =>
        number.Length == 0 || Phone().IsMatch(number) ? null : $"“{number}”不是电话号码。请填 5 到 15 位数字。";

    /// <summary>公民身份号码, checked as GB 11643 says.</summary>
    public static string? IdentityFault(string number)
    {
        if (number.Length == 0)
        {
            return null;
        }

        if (!Identity().IsMatch(number))
        {
            return "身份证号要填 18 位，最后一位是数字或 X。";
        }

        var sum = Weights.Select((weight, i) => weight * (number[i] - '0')).Sum();
        return CheckDigits[sum % 11] == number[17] ? null : "身份证号的校验位不对。请核对是否抄错。";
    }

    /// <summary>138****0000: first three and last four; of a short number the last two alone.</summary>
    public static string MaskPhone(string number) => number.Length >= 11
        ? $"{number[..3]}****{number[^4..]}"
        : number.Length == 0 ? "" : new string('*', number.Length - 2) + number[^2..];

    public static string MaskIdentity(string number) => number.Length == 0 ? "" : $"{number[..3]}{new string('*', number.Length - 5)}{number[^2..]}";

    [GeneratedRegex(@"^\+?[0-9]{5,15}$")]
    private static partial Regex Phone();

    [GeneratedRegex("^[0-9]{17}[0-9X]$")]
    private static partial Regex Identity();
}
