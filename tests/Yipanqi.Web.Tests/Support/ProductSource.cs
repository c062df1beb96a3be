namespace Yipanqi.Web.Tests.Support;

/// <summary>The product's own source files, for rules that the compiler does not check.</summary>
public static class ProductSource
{
    private static readonly string[] NotOurs = ["obj/", "bin/", "node_modules/"];

    /// <summary>Name below <c>src/Yipanqi.Web</c>, and text.</summary>
    public static IEnumerable<(string Name, string Text)> Files()
    {
        var root = Path.Combine(Repository(), "src", "Yipanqi.Web");
        return
            from file in Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(root, file).Replace('\\', '/')
            where Path.GetExtension(name) is ".cs" or ".razor" && NotOurs.All(n => !name.StartsWith(n, StringComparison.Ordinal))
            select (name, File.ReadAllText(file));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Yipanqi.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
