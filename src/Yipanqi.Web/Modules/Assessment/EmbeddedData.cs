using System.Reflection;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Data files that ship inside the program, from the folder Data.</summary>
internal static class EmbeddedData
{
    public static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("assessment/" + name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
