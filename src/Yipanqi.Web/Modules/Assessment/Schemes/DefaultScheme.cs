namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The scheme that ships with the platform: 5 dimensions, 15 indicators, 46 items (Data/default-scheme.json).</summary>
public static class DefaultScheme
{
    public static SchemeDefinition Definition { get; } = SchemeJson.Read(EmbeddedData.Read("default-scheme.json"));

    /// <summary>By which a version is known to be the shipped one, unchanged.</summary>
    public static string Hash { get; } = SchemeJson.HashOf(SchemeJson.Write(Definition));
}
