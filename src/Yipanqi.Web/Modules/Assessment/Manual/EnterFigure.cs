using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>自评：an organisation enters a figure with its evidence. It counts once the level above has reviewed it.</summary>
public sealed class EnterFigure(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Quarter Quarter, Guid UnitId, string ItemCode, string Figure, string Evidence, string Document, string FileName);

    public Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        actor.TenantId,
        async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await db.CycleOfAsync(input.Quarter, cancellation);
            var unit = await db.Set<Unit>().Within(actor, Permission.EnterObservations, u => u.Path).SingleOrDefaultAsync(u => u.Id == input.UnitId && u.IsAssessed, cancellation);
            var definition = await db.DefinitionOfAsync(cycle, cancellation);
            if (unit is null || definition?.Find(input.ItemCode, ManualItems.IsManual) is not { } node)
            {
                return new Refusal("manual.absent", "", "没有这个自评项目，或者不由您的单位填报。");
            }

            if (FigureGate.Refuse(cycle!.State, input.Quarter, isCommittee: false) is { } closed)
            {
                return closed;
            }

            var (reported, wrong) = FigureEntry.Parse(node, input.Figure);
            if (Check(input, wrong) is { Count: > 0 } refusals)
            {
                return Outcome<bool>.Refused(refusals);
            }

            var key = input.Quarter.Key;
            var figure = await db.Set<ManualFigure>().SingleOrDefaultAsync(f => f.QuarterKey == key && f.UnitId == unit.Id && f.ItemCode == node.Code, cancellation);
            if (figure is { State: ManualState.Reviewed })
            {
                return new Refusal("manual.reviewed", "", "上级已经核定。确需修改，请上级先退回。");
            }

            if (figure is null)
            {
                figure = ManualFigure.New(db.TenantId, input.Quarter, unit.Id, node.Code);
                db.Add(figure);
            }

            figure.Enter(FigureEntry.Write(reported!), input.Evidence.Trim(), input.Document.Trim(), input.FileName.Trim(), actor.PersonId, now);
            await db.SaveAsync(new Change(actor.PersonId, now, "figure.entered", nameof(ManualFigure), unit.Id, "", DetailOf(figure)), cancellation);
            return true;
        },
        cancellation);

    internal static string DetailOf(ManualFigure figure) =>
        JsonSerializer.Serialize(new { quarter = Quarter.FromKey(figure.QuarterKey).ToString(), item = figure.ItemCode, self = figure.SelfFigure, reviewed = figure.ReviewedFigure });

    private static List<Refusal> Check(Input input, string wrong)
    {
        var refusals = new List<Refusal>();
        Add(wrong.Length > 0, nameof(input.Figure), wrong);
        Add(input.Evidence.Trim().Length is 0 or > ManualFigure.MostEvidence, nameof(input.Evidence), $"请写明依据，{ManualFigure.MostEvidence} 字以内。");
        Add(input.Document.Trim().Length > ManualFigure.MostDocument, nameof(input.Document), $"文号不超过 {ManualFigure.MostDocument} 字。");
        Add(input.FileName.Trim().Length > ManualFigure.MostFileName, nameof(input.FileName), $"材料名称不超过 {ManualFigure.MostFileName} 字。");
        return refusals;

        void Add(bool isWrong, string field, string message)
        {
            if (isWrong)
            {
                refusals.Add(new Refusal("manual.input", field, message));
            }
        }
    }
}
