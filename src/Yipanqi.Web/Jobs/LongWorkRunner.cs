using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Jobs;

/// <summary>
/// The node's one queue of long work, done one after another in the background. It calls use cases with the actor who began it and has
/// no rules of its own; leaving the page does not stop it.
/// </summary>
public sealed class LongWorkRunner(UnitOfWork unitOfWork, TimeProvider clock, ILogger<LongWorkRunner> log) : BackgroundService
{
    private static readonly string Node = Environment.MachineName;

    private readonly Channel<(Guid Id, Func<IProgress<WorkStep>, CancellationToken, Task<WorkEnd>> Work)> queue =
        Channel.CreateUnbounded<(Guid, Func<IProgress<WorkStep>, CancellationToken, Task<WorkEnd>>)>(new() { SingleReader = true });

    private readonly ConcurrentDictionary<Guid, WorkStep> steps = new();

    /// <summary>Puts work in the queue; answers its id, for <c>/progress/{id}</c>.</summary>
    public async Task<Guid> BeginAsync(Actor actor, string title, string back, Func<IProgress<WorkStep>, CancellationToken, Task<WorkEnd>> work, CancellationToken cancellation)
    {
        var row = LongWork.Begin(actor.TenantId, actor.PersonId, Node, title, back, clock.GetUtcNow().UtcDateTime);
        await WriteAsync(db => { db.Add(row); return Task.CompletedTask; }, cancellation);
        steps[row.Id] = WorkStep.Waiting;
        queue.Writer.TryWrite((row.Id, work));
        return row.Id;
    }

    /// <summary>How far work of this node has come; null where it ended or runs on another.</summary>
    public WorkStep? StepOf(Guid id) => steps.GetValueOrDefault(id);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryWriteAsync(db => InterruptAsync(db, stoppingToken), stoppingToken);
        await foreach (var (id, work) in queue.Reader.ReadAllAsync(stoppingToken))
        {
            var end = await DoAsync(id, work, stoppingToken);
            await TryWriteAsync(async db => (await db.Set<LongWork>().SingleAsync(w => w.Id == id, stoppingToken)).End(end, clock.GetUtcNow().UtcDateTime), stoppingToken);
            steps.TryRemove(id, out _);
        }
    }

    private async Task<WorkEnd> DoAsync(Guid id, Func<IProgress<WorkStep>, CancellationToken, Task<WorkEnd>> work, CancellationToken stopping)
    {
        try
        {
            return await work(new Steps(step => steps[id] = step), stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            log.LogError(e, "Long work {Id} failed", id);
            return new WorkEnd(false, "没有办成，没有写入任何内容。请再试一次；再出现请告诉管理员。", "");
        }
    }

    // What stands as running on this machine at the start was cut off when it stopped.
    private async Task InterruptAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var running = await db.Set<LongWork>().Where(w => w.Node == Node && w.State == LongWorkState.Running).ToListAsync(cancellation);
        running.FindAll(w => !steps.ContainsKey(w.Id)).ForEach(w => w.Interrupt(now));
    }

    // The queue goes on when the database is away for a moment; the row is then told as interrupted at the next start.
    private async Task TryWriteAsync(Func<YipanqiDb, Task> change, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(change, cancellation);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or DbUpdateException)
        {
            log.LogError(e, "The state of long work could not be kept");
        }
    }

    private Task WriteAsync(Func<YipanqiDb, Task> change, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        UnitOfWork.NoTenant,
        async db =>
        {
            await change(db);
            await db.SaveChangesAsync(cancellation);
            return true;
        },
        cancellation);

    private sealed class Steps(Action<WorkStep> keep) : IProgress<WorkStep>
    {
        public void Report(WorkStep value) => keep(value);
    }
}
