using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>What the journal keeps of a change of several key tasks: parameters, count, hash of the sorted codes.</summary>
internal static class TaskSet
{
    public static string Detail(IReadOnlyCollection<BusinessTask> tasks, object parameters)
    {
        var codes = string.Join('\n', tasks.Select(t => t.Code).Order(StringComparer.Ordinal));
        return JsonSerializer.Serialize(new { parameters, count = tasks.Count, codes_sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(codes))) });
    }
}
