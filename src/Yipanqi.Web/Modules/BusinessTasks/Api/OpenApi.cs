using System.Reflection;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>The description of the interface, written by hand (decision 115).</summary>
internal static class OpenApi
{
    public static string Document { get; } = Read();

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("business-tasks/openapi.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
