using System.Text.Json.Nodes;

namespace Yipanqi.Tool.Cases;

/// <summary>Results as JSON; a figure that is missing or undefined (NaN) is null.</summary>
internal static class CaseResult
{
    public static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    public static JsonArray List(IEnumerable<double> values) => new([.. values.Select(value => Number(value))]);

    public static JsonArray Integers(IEnumerable<int> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);

    public static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);

    public static JsonArray Rows(IEnumerable<double[]> rows) => new([.. rows.Select(row => (JsonNode?)List(row))]);
}
