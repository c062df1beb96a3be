using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>What the journal keeps of a change of several units at once: parameters, count and hash of the sorted codes.</summary>
internal static class UnitSet
{
    public static string Detail(IEnumerable<Unit> units, object parameters)
    {
        var codes = units.Select(u => u.Code).Order(StringComparer.Ordinal).ToList();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', codes))));
        return JsonSerializer.Serialize(new { parameters, count = codes.Count, codes_sha256 = hash });
    }
}
