using System.Text.Json;

namespace Yipanqi.Web.Files.Imports;

/// <summary>The choices made on the first step, by code of the parameter; empty text where none was made.</summary>
public sealed class ImportParameters(IReadOnlyDictionary<string, string> values)
{
    public static readonly ImportParameters None = new(new Dictionary<string, string>());

    public string this[string code] => values.GetValueOrDefault(code, "");

    /// <summary>The same, with what is chosen beforehand where nothing was said.</summary>
    public ImportParameters Or(IEnumerable<ImportParameter> beforehand) => new(beforehand.ToDictionary(p => p.Code, p => values.GetValueOrDefault(p.Code, p.Default)));

    public string ToJson() => JsonSerializer.Serialize(values);

    public static ImportParameters FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);
}
