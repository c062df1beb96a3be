using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Begins a list with its first draft: empty, or with the duties of a list that ships.</summary>
public sealed class StartList(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Shipped">Code of a list that ships; its code, name and basis are then taken too. Empty for an empty list.</param>
    public sealed record Input(string Shipped, string Code, string Name, string Basis);

    /// <summary>Answers the draft.</summary>
    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var shipped = ShippedLists.All.FirstOrDefault(l => l.Code == input.Shipped);
        var wanted = shipped is null ? input : new Input("", shipped.Code, shipped.Name, shipped.Basis);
        return ListAccess.RunAsync(unitOfWork, actor, db => StartAsync(db, actor, wanted, shipped?.Facts ?? [], cancellation), cancellation);
    }

    private async Task<Outcome<Guid>> StartAsync(YipanqiDb db, Actor actor, Input input, IReadOnlyList<DutyFacts> duties, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageLists))
        {
            return ListAccess.Denied;
        }

        if (Faults(input).ToList() is { Count: > 0 } faults)
        {
            return Outcome<Guid>.Refused(faults);
        }

        if (await db.Set<ResponsibilityList>().AnyAsync(l => l.Code == input.Code, cancellation))
        {
            return new Refusal("list.known", nameof(input.Code), $"编码 {input.Code} 的清单已经有了。请打开它另起一版。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var list = ResponsibilityList.New(db.TenantId, input.Code, input.Name, input.Basis);
        var draft = ListVersion.Draft(list, 1, actor.PersonId, now);
        db.AddRange(list, draft);
        db.AddRange(duties.Select((d, i) => Duty.Of(draft, i + 1, d)));
        var detail = JsonSerializer.Serialize(new { list = list.Code, draft.Number, duties = duties.Count });
        await db.SaveAsync(new Change(actor.PersonId, now, "list.drafted", nameof(ListVersion), draft.Id, "", detail), cancellation);
        return draft.Id;
    }

    private static IEnumerable<Refusal> Faults(Input input)
    {
        if (input.Code.Length is 0 or > ResponsibilityList.CodeLength || !input.Code.All(char.IsAsciiLetterOrDigit))
        {
            yield return new("list.code", nameof(input.Code), $"编码请用字母和数字，最多 {ResponsibilityList.CodeLength} 个，如 DZ。");
        }

        if (input.Name.Length is 0 or > ResponsibilityList.NameLength)
        {
            yield return new("list.name", nameof(input.Name), $"请填清单名称，最多 {ResponsibilityList.NameLength} 字。");
        }

        if (input.Basis.Length is 0 or > ResponsibilityList.BasisLength)
        {
            yield return new("list.basis", nameof(input.Basis), $"请填依据文件，最多 {ResponsibilityList.BasisLength} 字。");
        }
    }
}
