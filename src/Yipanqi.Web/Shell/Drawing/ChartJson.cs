using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>Chart data as JSON that is safe inside a script element: markup characters stay escaped, Chinese does not.</summary>
public static class ChartJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(IChartData data) => JsonSerializer.Serialize(data, data.GetType(), Options);
}
