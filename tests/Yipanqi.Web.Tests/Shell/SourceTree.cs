namespace Yipanqi.Web.Tests.Shell;

/// <summary>The sources of the web project, for tests that read them.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string Web { get; } = Path.Combine(Root, "src", "Yipanqi.Web");

    public static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Web, pattern, SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin", "node_modules"]).Any());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Yipanqi.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
        }

        return folder.FullName;
    }
}
