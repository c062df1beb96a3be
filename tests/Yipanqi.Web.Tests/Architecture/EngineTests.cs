using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Tests.Architecture;

public sealed class EngineTests
{
    private static readonly string[] Framework = ["System.", "netstandard", "mscorlib"];

    [Fact]
    public void Refers_to_nothing_but_the_framework()
    {
        var references = typeof(Direction).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        references.Where(name => !Framework.Any(f => name.StartsWith(f, StringComparison.Ordinal))).ShouldBeEmpty();
        references.ShouldNotContain("System.Net.Http");
        references.ShouldNotContain("System.Console");
        references.ShouldNotContain("System.IO.FileSystem");
    }
}
