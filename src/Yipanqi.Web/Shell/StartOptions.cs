namespace Yipanqi.Web.Shell;

/// <summary>What the person who starts the product may choose, on the command line or in the environment.</summary>
/// <param name="DataFolder"><c>--data DIR</c>: database, uploads and the set-up secret. Default: <c>data</c> beside the program's working folder.</param>
/// <param name="Port"><c>--port N</c> on 127.0.0.1; null leaves the addresses to the usual configuration (<c>--urls</c>).</param>
/// <param name="Demo"><c>--demo</c>: fill an empty database with the made-up committee.</param>
/// <param name="Https"><c>Https=true</c>: behind TLS, so cookies are for HTTPS alone and browsers are told to stay there.</param>
public sealed record StartOptions(string DataFolder, int? Port, bool Demo, bool Https)
{
    public static StartOptions Read(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["data"] ?? "data");
        Directory.CreateDirectory(folder);
        int? port = null;
        if (configuration["port"] is { } text)
        {
            port = int.TryParse(text, out var number) && number is > 0 and < 65536
                ? number
                : throw new ArgumentException($"--port takes a number from 1 to 65535, not \"{text}\".");
        }

        return new StartOptions(folder, port, configuration.GetValue("demo", false), configuration.GetValue("Https", false));
    }
}
