using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// 签字：a person of the supplying unit declares the figures of an item right. They become observations then and there; withdrawing
/// the signature takes them out again.
/// </summary>
public sealed class SignSupply(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Withdraw">Takes the signature back; <paramref name="Words"/> is then the reason.</param>
    public sealed record Input(Quarter Quarter, string ItemCode, string Words, bool Withdraw);

    public Task<Outcome<int>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => SignAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<int>> SignAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var (now, words) = (clock.GetUtcNow().UtcDateTime, input.Words.Trim());
        var (node, sheet, refusal) = await db.OpenSheetAsync(actor, input.Quarter, input.ItemCode, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        if (words.Length is 0 or > SupplySheet.MostWords)
        {
            return new Refusal("supply.words", nameof(input.Words), $"请写明{(input.Withdraw ? "撤回理由" : "数据出处和截至时间")}，{SupplySheet.MostWords} 字以内。");
        }

        var (key, code) = (input.Quarter.Key, node!.Code);
        var figures = await db.Set<SuppliedFigure>().Where(f => f.QuarterKey == key && f.ItemCode == code).ToListAsync(cancellation);
        if (Check(sheet!, figures.Count, input.Withdraw) is { } no)
        {
            return no;
        }

        if (input.Withdraw)
        {
            await WithdrawAsync(db, sheet!, words, cancellation);
        }
        else
        {
            await SignAsync(db, sheet!, node, figures, words, actor, now, cancellation);
        }

        var detail = JsonSerializer.Serialize(new { quarter = input.Quarter.ToString(), item = code, figures = figures.Count });
        await db.SaveAsync(new Change(actor.PersonId, now, input.Withdraw ? "supply.withdrawn" : "supply.signed", nameof(SupplySheet), null, words, detail), cancellation);
        return figures.Count;
    }

    private static Refusal? Check(SupplySheet sheet, int figures, bool withdraw) =>
        withdraw && !sheet.IsSigned ? new("supply.unsigned", "", "这一项还没有签字。")
        : !withdraw && sheet.IsSigned ? SupplyAccess.Signed
        : !withdraw && figures == 0 ? new("supply.empty", "", "还没有填数，填好再签字。")
        : null;

    private static async Task SignAsync(
        YipanqiDb db, SupplySheet sheet, SchemeNode node, List<SuppliedFigure> figures, string statement, Actor actor, DateTime now, CancellationToken cancellation)
    {
        sheet.Sign(statement, actor.PersonId, now);
        db.AddRange(PreviewMark.Of(db.TenantId, Quarter.FromKey(sheet.QuarterKey), figures.Select(f => f.UnitId)));
        var known = await Observations(db, sheet).ToDictionaryAsync(o => o.UnitId, cancellation);
        foreach (var figure in figures)
        {
            if (!known.TryGetValue(figure.UnitId, out var observation))
            {
                observation = Observation.Of(db.TenantId, Quarter.FromKey(sheet.QuarterKey), figure.UnitId, sheet.ItemCode);
                db.Add(observation);
            }

            observation.Take(FigureEntry.Read(node, figure.Figure) with { Source = $"{node.Item!.Supplier}提供，已签字" }, new Provenance(actor.PersonId, now, now, null));
        }
    }

    private static async Task WithdrawAsync(YipanqiDb db, SupplySheet sheet, string reason, CancellationToken cancellation)
    {
        sheet.Withdraw(reason);
        var signed = await Observations(db, sheet).ToListAsync(cancellation);
        db.RemoveRange(signed);
        db.AddRange(PreviewMark.Of(db.TenantId, Quarter.FromKey(sheet.QuarterKey), signed.Select(o => o.UnitId)));
    }

    private static IQueryable<Observation> Observations(YipanqiDb db, SupplySheet sheet) =>
        db.Set<Observation>().Where(o => o.QuarterKey == sheet.QuarterKey && o.ItemCode == sheet.ItemCode);
}
