using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A quarter as 2026Q3.</summary>
internal sealed class QuarterJson : JsonConverter<Quarter>
{
    public override Quarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Quarter.Parse(reader.GetString()) ?? throw new JsonException("No quarter.");

    public override void Write(Utf8JsonWriter writer, Quarter value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
