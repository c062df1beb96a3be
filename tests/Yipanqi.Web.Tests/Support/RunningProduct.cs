using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Yipanqi.Web.Tests.Support;

/// <summary>The built program as a process of its own, so that it can be killed.</summary>
public sealed class RunningProduct : IDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private readonly string data;
    private readonly IReadOnlyDictionary<string, string> settings;
    private Process? process;

    public RunningProduct(string data, IReadOnlyDictionary<string, string> settings) => (this.data, this.settings) = (data, settings);

    /// <summary>What it said of requests that failed.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    public Uri Address { get; } = new($"http://127.0.0.1:{PostgresCluster.FreePort()}");

    /// <summary>Starts it and answers how long it took until it was ready to serve.</summary>
    public async Task<TimeSpan> StartAsync()
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet", [Program, "--port", $"{Address.Port}", "--data", data]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = data };
        start.Environment["Logging__LogLevel__Default"] = "None";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore.Diagnostics"] = "Error";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore.Server.Kestrel"] = "Error";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync(ReadyWithin);
        return watch.Elapsed;
    }

    /// <summary>Waits until it serves, and answers how long that took.</summary>
    public async Task<TimeSpan> ReadyAsync(TimeSpan patience)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (watch.Elapsed > patience || process!.HasExited)
            {
                throw new InvalidOperationException($"The product is not ready after {watch.Elapsed.TotalSeconds:0} s{(process!.HasExited ? $"; it ended with {process.ExitCode}" : "")}.");
            }

            await Task.Delay(25);
        }

        return watch.Elapsed;
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is not null)
        {
            Kill();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/health/ready");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Beside the test's own output: src/Yipanqi.Web/bin/<configuration>/<framework>.
    private static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
            var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
            return Path.Combine(root, "src", "Yipanqi.Web", "bin", output.Parent!.Name, output.Name, "Yipanqi.Web.dll");
        }
    }
}
