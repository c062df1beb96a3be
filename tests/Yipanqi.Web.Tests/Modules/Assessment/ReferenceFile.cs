namespace Yipanqi.Web.Tests.Modules.Assessment;

/// <summary>Published figures that the engine's tests keep; the platform has to reach them through its own imports.</summary>
internal static class ReferenceFile
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>Rows of a CSV file without quotes, by head.</summary>
    public static List<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(PathOf(name)).Where(l => l.Length > 0).Select(l => l.Split(',')).ToList();
        return [.. lines.Skip(1).Select(l => lines[0].Zip(l).ToDictionary(p => p.First, p => p.Second))];
    }

    private static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Yipanqi.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
        }

        return Path.Combine(folder.FullName, "tests", "Yipanqi.Engine.Tests", "Reference", name);
    }
}
