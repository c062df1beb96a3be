using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Yipanqi.Web.Tests.Security;

/// <summary>Eight people who write through the pages as fast as they are answered, and note what was acknowledged to them and what else they saw.</summary>
public sealed partial class CrashWriters(Uri address)
{
    public const int Count = 8;
    private int written;

    /// <summary>Texts whose receipt was shown.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    /// <summary>Answers that were neither a page, nor a redirect, nor 503 with Retry-After.</summary>
    public ConcurrentBag<string> Unexpected { get; } = [];

    public int Refused { get; private set; }

    /// <summary>Writes until cancelled; a connection that breaks is no acknowledgement.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(() => WriteAsync(stop), CancellationToken.None)));

    /// <summary>Comes back when so many more were acknowledged: there is something to lose.</summary>
    public async Task AcknowledgedAsync(int more, TimeSpan patience)
    {
        var (watch, wanted) = (Stopwatch.StartNew(), Acknowledged.Count + more);
        while (Acknowledged.Count < wanted)
        {
            if (watch.Elapsed > patience)
            {
                throw new InvalidOperationException($"Nobody was acknowledged {more} more times within {patience.TotalSeconds:0} s: {Refused} were told to come back, {string.Join(", ", Unexpected.Distinct())}.");
            }

            await Task.Delay(10);
        }
    }

    private async Task WriteAsync(CancellationToken stop)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        string? form = null;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                form ??= await FormAsync(client, stop);
                if (form is null || !await SendAsync(client, form, stop))
                {
                    form = null;
                    await Task.Delay(20, stop);
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
            {
                form = null;
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    private async Task<string?> FormAsync(HttpClient client, CancellationToken stop)
    {
        using var response = await client.GetAsync("/complaints/new", stop);
        return Expected(response) && response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(stop) : null;
    }

    private async Task<bool> SendAsync(HttpClient client, string form, CancellationToken stop)
    {
        var text = $"crash {Interlocked.Increment(ref written)} {Guid.NewGuid():N}";
        using var content = new FormUrlEncodedContent(
        [
            new("_handler", "complaint"), new("__RequestVerificationToken", Token().Match(form).Groups[1].Value),
            new("Input.DomainId", Tenant().Match(form).Groups[1].Value), new("Input.Text", text), new("Input.PagePath", "/"),
        ]);
        using var response = await client.PostAsync("/complaints/new", content, stop);
        if (response.StatusCode == HttpStatusCode.Found)
        {
            Acknowledged.Add(text);
        }

        return Expected(response) && response.StatusCode == HttpStatusCode.Found;
    }

    private bool Expected(HttpResponseMessage response)
    {
        var away = response.StatusCode == HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null;
        if (away)
        {
            Refused++;
        }
        else if ((int)response.StatusCode >= 400)
        {
            Unexpected.Add($"{response.RequestMessage!.Method} {(int)response.StatusCode}");
        }

        return !away;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Input.DomainId\" value=\"([^\"]+)\"")]
    private static partial Regex Tenant();
}
