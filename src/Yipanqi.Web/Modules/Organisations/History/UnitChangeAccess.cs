using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>What all changes of units ask first: one after another in a tenant, a unit that is there, the right of the organisation above, a document, a day.</summary>
internal static class UnitChangeAccess
{
    public const string Code = "unit.change";

    public sealed record Ground(Unit Unit, DateOnly Day, DateTime Now);

    /// <summary>Makes a change in one transaction; of two at once the second is told so.</summary>
    public static async Task<Outcome<T>> RunAsync<T>(UnitOfWork unitOfWork, Actor actor, Func<YipanqiDb, Task<Outcome<T>>> change, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, change, cancellation);
        }
        catch (DbUpdateException)
        {
            return Raced();
        }
    }

    /// <summary>The same on the ground that was found: the unit and the day; or says why there is none.</summary>
    public static Task<Outcome<T>> RunAsync<T>(
        UnitOfWork unitOfWork, Actor actor, Guid unitId, UnitChangeBasis basis, TimeProvider clock, Func<YipanqiDb, Ground, Task<Outcome<T>>> change, CancellationToken cancellation) =>
        RunAsync(
            unitOfWork, actor,
            async db =>
            {
                var begun = await BeginAsync(db, actor, unitId, basis, clock, cancellation);
                return begun.IsDone ? await change(db, begun.Value) : Outcome<T>.Refused(begun.Refusals);
            },
            cancellation);

    private static async Task<Outcome<Ground>> BeginAsync(YipanqiDb db, Actor actor, Guid unitId, UnitChangeBasis basis, TimeProvider clock, CancellationToken cancellation)
    {
        // Whoever adds a unit below one that moves, or grants a post at one that closes, waits or comes after.
        await db.LockAccessAsync(cancellation);
        var unit = await db.Set<Unit>().Within(actor, Permission.ViewUnits, u => u.Path).Open().SingleOrDefaultAsync(u => u.Id == unitId, cancellation);
        if (unit is null)
        {
            return UnitAccess.Absent;
        }

        if (!actor.Covers(Permission.ManageOrganisations, SuperiorOf(unit)))
        {
            return new Refusal("unit.superior", "", $"没有办理。“{unit.Name}”的变更由它的上级办理，您的职务管不到它的上级。");
        }

        if (unit.Version != basis.Version)
        {
            var who = await db.LastEditorAsync(unit.Id, cancellation) ?? "有人";
            return new Refusal(EditUnit.RacedCode, "", $"没有办理。{who}刚改过“{unit.Name}”。您填的内容还在，请核对后再办。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var refusals = BasisFaults(basis);
        refusals.AddRange(DayFaults(unit, basis.Day, ChinaTime.DayOf(now), out var day));
        return refusals.Count > 0 ? Outcome<Ground>.Refused(refusals) : new Ground(unit, day, now);
    }

    /// <summary>The path where the right to change a unit must hold: its superior's, its own where it has none.</summary>
    public static string SuperiorOf(Unit unit) => SuperiorOf(unit.Path);

    public static string SuperiorOf(string path) => Unit.DepthOf(path) > 1 ? path[..^Unit.LabelOf(path).Length] : path;

    public static Refusal Fault(string message, string field = "") => new(Code, field, message);

    private static Refusal Raced() => new(EditUnit.RacedCode, "", "没有办理。刚才有人改过其中的单位或人员，请核对后再办。");

    private static List<Refusal> BasisFaults(UnitChangeBasis basis)
    {
        var refusals = new List<Refusal>();
        var fault = basis.Basis.Length == 0 ? "依据没有填。请写文号；没有文件的，写哪一天什么会议决定。" : UnitText.TooLong("依据", basis.Basis, UnitChangeBasis.BasisLength);
        if (fault is not null)
        {
            refusals.Add(Fault(fault, nameof(basis.Basis)));
        }

        if (UnitText.TooLong("说明", basis.Note, UnitChangeBasis.NoteLength) is { } note)
        {
            refusals.Add(Fault(note, nameof(basis.Note)));
        }

        return refusals;
    }

    private static List<Refusal> DayFaults(Unit unit, string text, DateOnly today, out DateOnly day)
    {
        var read = DayText.TryRead(text, out var asked);
        day = asked ?? today;
        var fault = !read ? "这不是日期。请写成 2021-07-01 的样子。"
            : asked is null ? "生效日期没有填。"
            : asked > today ? "生效日期不能晚于今天。以后才生效的，请到那一天再办。"
            : asked < unit.SinceDay ? $"“{unit.Name}”上一次变更从 {unit.SinceDay:yyyy-MM-dd} 起，生效日期不能比它早。"
            : asked <= UnitPast.Earliest ? "生效日期太早，请核对年份。"
            : null;
        return fault is null ? [] : [Fault(fault, nameof(UnitChangeBasis.Day))];
    }
}
