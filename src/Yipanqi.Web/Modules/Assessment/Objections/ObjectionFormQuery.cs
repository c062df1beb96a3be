using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What an objection can be filed for and about: organisations of the actor, items of the quarter, confirmed adjustments.</summary>
public sealed class ObjectionFormQuery(UnitOfWork unitOfWork)
{
    private const int MostUnits = 200;

    public sealed record Choice(Guid Id, string Name);

    public sealed record View(IReadOnlyList<Choice> Units, IReadOnlyList<ItemName> Items, IReadOnlyList<Choice> Adjustments);

    public Task<View> FindAsync(Actor actor, Quarter quarter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var key = quarter.Key;
            var units = db.Set<Unit>().Within(actor, Permission.FileObjections, u => u.Path).Where(u => u.IsAssessed);
            var definition = await db.DefinitionOfAsync(await db.CycleOfAsync(quarter, cancellation), cancellation);
            var adjustments = await db.Set<Adjustment>().Where(a => a.QuarterKey == key && a.State == AdjustmentState.Confirmed && units.Any(u => u.Id == a.UnitId)).ToListAsync(cancellation);
            return new View(
                await units.OrderBy(u => u.Depth).ThenBy(u => u.Code).Take(MostUnits).Select(u => new Choice(u.Id, u.ShortName)).ToListAsync(cancellation),
                [.. (definition?.Nodes ?? []).Where(n => n.Item is not null).Select(n => new ItemName(n.Code, n.Name))],
                adjustments.ConvertAll(a => new Choice(a.Id, $"{AdjustmentWords.NameOf(a.Kind)} {AdjustmentWords.Points(a.Kind, a.Hundredths)} {a.Document}")));
        },
        cancellation);
}
