using System.Runtime.Loader;

/// <summary>Called by the runtime before the program's own beginning, where DOTNET_STARTUP_HOOKS names this assembly; the runtime looks for this name, outside any namespace.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        var assembly = typeof(StartupHook).Assembly;
        var folder = Path.GetDirectoryName(assembly.Location)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", assembly.GetName().Name);
    }
}
