using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>What keeps a unit from being closed, by itself or into another.</summary>
internal static class ClosingChecks
{
    /// <summary>Business that is not brought to an end; people who came or went on the day or later.</summary>
    public static async Task<List<Refusal>> FaultsAsync(YipanqiDb db, Unit unit, DateOnly day, IEnumerable<IUnitMatters> matters, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (unit.ParentId is null)
        {
            refusals.Add(UnitChangeAccess.Fault("最上级的单位不能并入或撤销。"));
        }

        foreach (var source in matters)
        {
            var open = (await source.OpenAsync(db, unit.Id, cancellation)).Where(m => m.Blocks);
            refusals.AddRange(open.Select(m => UnitChangeAccess.Fault($"还有{m.Label} {m.Count} 件。请先办完，再办这项变更。")));
        }

        if (await TemporaryFaultAsync(db, unit, cancellation) is { } temporary)
        {
            refusals.Add(temporary);
        }

        var last = await db.Set<Membership>().Where(m => m.UnitId == unit.Id && (m.FromDay >= day || m.ToDay >= day)).Select(m => m.ToDay ?? m.FromDay).OrderByDescending(d => d).FirstOrDefaultAsync(cancellation);
        if (last != default)
        {
            refusals.Add(UnitChangeAccess.Fault($"生效日期以后还有党员转入或转出，最后一次在 {last:yyyy-MM-dd}。请把生效日期推到它之后。", nameof(UnitChangeBasis.Day)));
        }

        return refusals;
    }

    /// <summary>临时党组织 is dissolved with its result, not merged, split or closed.</summary>
    public static async Task<Refusal?> TemporaryFaultAsync(YipanqiDb db, Unit unit, CancellationToken cancellation) =>
        await db.Set<TemporaryOrganisation>().AnyAsync(t => t.UnitId == unit.Id, cancellation) ? UnitChangeAccess.Fault("这是临时党组织。任务完成后，请在“临时党组织”里办解散。") : null;

    /// <summary>Members go to a branch, never to a committee; staff to any unit of the same tree.</summary>
    public static async Task<Refusal?> ReceiverFaultAsync(YipanqiDb db, Unit unit, Unit receiver, DateOnly day, string field, CancellationToken cancellation)
    {
        if (receiver.Path.StartsWith(unit.Path, StringComparison.Ordinal))
        {
            return UnitChangeAccess.Fault(receiver.Id == unit.Id ? "请选另一个单位。" : $"“{receiver.Name}”是它自己的下级。请另选单位。", field);
        }

        if (receiver.FoundedDay > day)
        {
            return UnitChangeAccess.Fault($"“{receiver.Name}”{receiver.FoundedDay:yyyy-MM-dd} 才成立，生效日期不能比它早。", field);
        }

        return await db.Set<PersonDetail>().AnyAsync(d => d.BranchId == unit.Id, cancellation) && PersonAccess.BranchFault(receiver.Kind, receiver.Name) is { } fault
            ? UnitChangeAccess.Fault(fault, field)
            : null;
    }
}
