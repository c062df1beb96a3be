using System.Net;

namespace Yipanqi.Web.Access;

/// <summary>Where guesses come from, as it is counted: never a whole address.</summary>
public static class GuessSource
{
    public const int Length = 48;

    // What one household or office is given: 2^8 addresses of IPv4, 2^64 of IPv6.
    private const int NetworkBytes4 = 3;
    private const int NetworkBytes6 = 8;

    /// <summary>The network of the address: its first 24 bits, of IPv6 its first 64. Unknown addresses count together.</summary>
    public static string Network(IPAddress? address)
    {
        var bytes = (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.GetAddressBytes() ?? [];
        return "network " + Convert.ToHexString(bytes.AsSpan(0, bytes.Length switch { 0 => 0, 4 => NetworkBytes4, _ => NetworkBytes6 }));
    }

    public static string Device(Guid device) => $"device {device:N}";

    /// <summary>Somebody who is signed in and is asked for the secret once more.</summary>
    public static string Session(Guid accountId) => $"session {accountId:N}";
}
