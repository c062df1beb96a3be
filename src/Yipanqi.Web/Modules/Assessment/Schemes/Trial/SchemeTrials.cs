using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// 试算：a scheme tried on the last published quarters. Worked out in the background, one trial at a time on a machine, quarter by
/// quarter; the answer is kept in memory alone, by scheme and quarters, so that asking again costs nothing.
/// </summary>
public sealed class SchemeTrials(UnitOfWork unitOfWork, SchemesQuery schemes) : IDisposable
{
    public const int Quarters = 4;
    private const int MostKept = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock starting = new();

    /// <summary>The answer, or how far it is: waits a moment for what is soon done. Null where the actor sees no such version.</summary>
    public async Task<TrialView?> FindAsync(Actor actor, Guid schemeId, CancellationToken cancellation)
    {
        if (await schemes.FindAsync(actor, schemeId, cancellation) is not { } view)
        {
            return null;
        }

        // One more than shown: a fall is measured against the quarter before.
        var (heads, open) = await unitOfWork.ReadAsync(
            actor.TenantId,
            async db =>
            {
                var last = await PastQuarter.LastAsync(db, Quarters + 1, cancellation);
                return (last, await PastQuarter.IsOpenToAsync(db, actor, last, cancellation));
            },
            cancellation);
        if (RefusalOf(view.Definition, heads.Count, open) is { } refusal)
        {
            return new(view.Line, refusal, 0, 0, null);
        }

        var running = Start(actor.TenantId, view, heads);
        await Task.WhenAny(running.Task, Task.Delay(Patience, cancellation));
        return new(view.Line, null, running.Done, heads.Count, running.Task.IsCompleted ? await running.Task : null);
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
        one.Dispose();
        answers.Dispose();
    }

    private static Refusal? RefusalOf(SchemeDefinition definition, int quarters, bool open) =>
        !open ? new("trial.scope", "", "试算涉及全部参评单位，您的职务看不到其中一部分，请由工委的同志试算。")
        : quarters == 0 ? new("trial.none", "", "还没有已发布的季度，没有旧数据可以试算。")
        : SchemeCheck.Check(definition) is [var first, ..] ? new("trial.unready", "", "方案还不能计算，先处理检查里列出的问题：" + first.Message)
        : null;

    private Running Start(Guid tenantId, SchemeView view, List<PublishedQuarter> heads)
    {
        var key = (tenantId, view.Line.DefinitionHash, string.Join(' ', heads.Select(h => h.SnapshotId)));
        lock (starting)
        {
            if (answers.TryGetValue(key, out Running? known) && !known!.Task.IsFaulted && !known.Task.IsCanceled)
            {
                return known;
            }

            var running = new Running();
            running.Task = Task.Run(() => WorkAsync(tenantId, view.Definition, heads, running, stopping.Token));
            return answers.Set(key, running, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });
        }
    }

    private async Task<IReadOnlyList<TrialQuarter>> WorkAsync(Guid tenantId, SchemeDefinition tried, List<PublishedQuarter> heads, Running running, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            List<TrialQuarter> quarters = [];
            (Quarter Quarter, IReadOnlyDictionary<Guid, double> Before, IReadOnlyDictionary<Guid, double> After)? last = null;
            foreach (var head in heads.AsEnumerable().Reverse())
            {
                var past = await unitOfWork.ReadAsync(tenantId, db => PastQuarter.LoadAsync(db, head, cancellation), cancellation);
                var earlier = last?.Quarter == head.Quarter.Previous ? last : null;
                var run = TrialRun.Of(past, tried, earlier?.Before ?? TrialRun.Nobody, earlier?.After ?? TrialRun.Nobody);
                quarters.Insert(0, run.Result(tried));
                last = (head.Quarter, run.IndexBefore, run.IndexAfter);
                running.Done = quarters.Count;
            }

            return [.. quarters.Take(Quarters)];
        }
        finally
        {
            one.Release();
        }
    }

    private sealed class Running
    {
        public volatile int Done;

        public Task<IReadOnlyList<TrialQuarter>> Task { get; set; } = default!;
    }
}
