using System.Text.Json;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>What the columns of files with the same heads meant the last time: one for each target and set of heads in the tenant.</summary>
public sealed class RememberedMapping : ITenantOwned
{
    private RememberedMapping()
    {
    }

    public Guid TenantId { get; private set; }

    public string Target { get; private set; } = "";

    /// <summary>SHA-256 of the sorted heads; see <see cref="DraftTable.HeadsKey"/>.</summary>
    public string HeadsKey { get; private set; } = "";

    /// <summary>JSON object: code of the field to head, empty where no column was chosen.</summary>
    public string Fields { get; private set; } = "{}";

    public DateTime UpdatedUtc { get; private set; }

    public static RememberedMapping New(Guid tenantId, string target, string headsKey) =>
        new() { TenantId = tenantId, Target = target, HeadsKey = headsKey };

    public void Remember(IReadOnlyDictionary<string, string> headsByField, DateTime nowUtc) =>
        (Fields, UpdatedUtc) = (JsonSerializer.Serialize(headsByField), nowUtc);

    public Dictionary<string, string> HeadsByField() => JsonSerializer.Deserialize<Dictionary<string, string>>(Fields) ?? [];
}
