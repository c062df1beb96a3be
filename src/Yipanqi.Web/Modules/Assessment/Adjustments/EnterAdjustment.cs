using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Enters a bonus, a deduction or a veto with its basis and document. It counts once a second person has confirmed it.</summary>
public sealed class EnterAdjustment(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Points">As typed; empty for a veto.</param>
    public sealed record Input(Quarter Quarter, Picked Unit, AdjustmentKind? Kind, string Points, string Basis, string Document);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var (refusals, hundredths) = Check(input);
        return refusals.Count > 0
            ? Outcome<Guid>.Refused(refusals)
            : await unitOfWork.WriteAsync(actor.TenantId, db => EnterAsync(db, actor, input, hundredths, cancellation), cancellation);
    }

    private async Task<Outcome<Guid>> EnterAsync(YipanqiDb db, Actor actor, Input input, int hundredths, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var state = (await db.CycleOfAsync(input.Quarter, cancellation))?.State;
        if (state is null or QuarterState.Published)
        {
            return state is null ? CycleAccess.NotOpened : AdjustmentAccess.Published;
        }

        var found = await db.FindPickedAsync(actor, Permission.EnterAdjustments, input.Unit, nameof(input.Unit), cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var unit = found.Value;
        if (!unit.IsAssessed)
        {
            return new Refusal("adjustment.unit", nameof(input.Unit), $"{unit.ShortName}不参加考评，不能加减分。");
        }

        var adjustment = Adjustment.Enter(db.TenantId, input.Quarter, unit.Id, input.Kind!.Value, hundredths, input.Basis.Trim(), input.Document.Trim(), actor.PersonId, now);
        db.Add(adjustment);
        var detail = JsonSerializer.Serialize(new { quarter = input.Quarter.ToString(), unit = unit.Id, kind = adjustment.Kind.ToString(), hundredths, adjustment.Document });
        await db.SaveAsync(new Change(actor.PersonId, now, "adjustment.entered", nameof(Adjustment), adjustment.Id, "", detail), cancellation);
        return adjustment.Id;
    }

    private static (List<Refusal> Refusals, int Hundredths) Check(Input input)
    {
        var refusals = new List<Refusal>();
        var points = FigureText.Parse(input.Points);
        var hundredths = points is { } p && p * 100 is > 0 and <= Adjustment.MostHundredths and var h && h == Math.Round(h) ? (int)h : 0;
        if (input.Kind is null)
        {
            refusals.Add(new Refusal("adjustment.kind", nameof(input.Kind), "请选加分、减分或一票否决。"));
        }
        else if (input.Kind == AdjustmentKind.Veto != (input.Points.Trim().Length == 0) || (input.Kind != AdjustmentKind.Veto && hundredths == 0))
        {
            refusals.Add(new Refusal("adjustment.points", nameof(input.Points), input.Kind == AdjustmentKind.Veto ? "一票否决不写分值。" : "分值写大于 0 的数，最多两位小数，如 1.5。"));
        }

        if (input.Basis.Trim().Length is 0 or > Adjustment.MostBasis)
        {
            refusals.Add(new Refusal("adjustment.basis", nameof(input.Basis), $"请写明事由和依据，{Adjustment.MostBasis} 字以内。"));
        }

        if (input.Document.Trim().Length is 0 or > Adjustment.MostDocument)
        {
            refusals.Add(new Refusal("adjustment.document", nameof(input.Document), $"请写依据文件的文号，{Adjustment.MostDocument} 字以内。没有文件不能加减分。"));
        }

        return (refusals, hundredths);
    }
}
