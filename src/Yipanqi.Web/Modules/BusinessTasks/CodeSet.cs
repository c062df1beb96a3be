using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>What the journal keeps of a change of several key tasks or Party measures: parameters, count, hash of the sorted codes.</summary>
internal static class CodeSet
{
    public static string Detail(IReadOnlyCollection<string> codes, object parameters) => JsonSerializer.Serialize(new
    {
        parameters,
        count = codes.Count,
        codes_sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', codes.Order(StringComparer.Ordinal))))),
    });
}
