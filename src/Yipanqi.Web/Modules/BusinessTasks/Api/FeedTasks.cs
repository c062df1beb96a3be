using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>
/// Takes what a business system tells of its key tasks: new ones are added, known ones brought up to date by their key, and the same told again
/// changes nothing. All of a batch, or nothing with every fault named.
/// </summary>
public sealed class FeedTasks(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Kept">Tasks that ended and are left as they are.</param>
    public sealed record Result(int Added, int Changed, int Unchanged, int Kept);

    public Task<Outcome<Result>> RunAsync(Connector connector, FedBatch? batch, CancellationToken cancellation) =>
        FedCheck.Of(batch) is { Count: > 0 } faults
            ? Task.FromResult(Outcome<Result>.Refused(faults))
            : TaskChanges.RunAsync(unitOfWork, connector.Scope, db => SaveAsync(db, connector, [.. batch!.Tasks!.OfType<FedTask>()], cancellation), cancellation);

    private async Task<Outcome<Result>> SaveAsync(YipanqiDb db, Connector connector, IReadOnlyList<FedTask> fed, CancellationToken cancellation)
    {
        var known = await FedKnown.LoadAsync(db, connector, fed, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = fed.Select((task, index) => new FedRow(db, connector, known, task, $"tasks[{index}]", now)).ToList();
        rows.ForEach(r => r.Apply());
        if (rows.SelectMany(r => r.Refusals).ToList() is { Count: > 0 } refusals)
        {
            return Outcome<Result>.Refused(refusals);
        }

        var moved = rows.Where(r => r.IsAdded || r.IsChanged).ToList();
        if (moved.Count > 0)
        {
            var partners = moved.Where(r => r.Partners is not null).ToList();
            await db.PutPartnersAsync([.. partners.Select(r => r.Task!)], partners.ToDictionary(r => r.Task!.Id, r => r.Partners!), cancellation);
            Guid? one = moved.Count == 1 ? moved[0].Task!.Id : null;
            await db.SaveAsync(new Change(null, now, "task.fed", nameof(BusinessTask), one, $"由{connector.System}带入", Detail(connector, moved)), cancellation);
        }

        return new Result(rows.Count(r => r.IsAdded), rows.Count(r => r.IsChanged), rows.Count(r => r is { IsAdded: false, IsChanged: false, IsKept: false }), rows.Count(r => r.IsKept));
    }

    private static string Detail(Connector connector, List<FedRow> rows)
    {
        var keys = string.Join('\n', rows.Select(r => r.Task!.SourceKey).Order(StringComparer.Ordinal));
        return JsonSerializer.Serialize(new
        {
            connector = connector.TokenId,
            system = connector.System,
            added = rows.Count(r => r.IsAdded),
            changed = rows.Count(r => r.IsChanged),
            taken_over = rows.Where(r => r.IsTakenOver).Select(r => r.Task!.Code),
            cancelled = rows.Where(r => r.Task!.State == TaskState.Cancelled).Select(r => r.Task!.Code),
            milestones_removed = rows.SelectMany(r => r.Removed),
            keys_sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys))),
        });
    }
}
