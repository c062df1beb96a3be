using System.Collections.Concurrent;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>
/// Imports under way on this node. A small one is done before its page is answered; a large one goes on by itself while a page tells how long
/// it has taken. A node that stops in between leaves the draft as it was: the import is one transaction.
/// </summary>
public sealed class ImportRuns(CommitImport commit, TimeProvider clock, ILogger<ImportRuns> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<(Guid Draft, Guid Person), Run> runs = new();

    public sealed record Run(DateTime StartedUtc, Task<Outcome<Guid>> Work);

    /// <summary>Starts the import, or waits for the one that runs; null where it takes longer than a page should.</summary>
    public async Task<Outcome<Guid>?> StartAsync(Actor actor, Guid draft)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (key, old) in runs.Where(r => r.Value.Work.IsCompleted && now - r.Value.StartedUtc > Remembered))
        {
            runs.TryRemove(key, out _);
        }

        var run = runs.AddOrUpdate(
            (draft, actor.PersonId),
            _ => new Run(now, RunAsync(actor, draft)),
            (_, known) => known.Work.IsCompleted ? new Run(now, RunAsync(actor, draft)) : known);
        await Task.WhenAny(run.Work, Task.Delay(Patience));
        return run.Work.IsCompleted ? await run.Work : null;
    }

    public Run? Find(Actor actor, Guid draft) => runs.GetValueOrDefault((draft, actor.PersonId));

    // Not cut off when the person closes the page.
    private Task<Outcome<Guid>> RunAsync(Actor actor, Guid draft) => Task.Run(async () =>
    {
        try
        {
            return await commit.RunAsync(actor, draft, CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.LogError(e, "The import of draft {Draft} failed.", draft);
            return new Refusal("import.failed", "", "没有导入。平台处理时出错，已记录，请稍后再试或联系管理员。");
        }
    });
}
