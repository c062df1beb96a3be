using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>
/// 临时党组织: a unit of the Party tree for one task and a time. Members keep their branch and belong to it besides. It admits nobody, collects no
/// dues, elects no delegates and no committee (《中国共产党支部工作条例（试行）》第八条).
/// </summary>
public sealed class TemporaryOrganisation : ITenantOwned, IVersioned
{
    public const int PurposeLength = 500;
    public const int ResultLength = 2_000;

    private TemporaryOrganisation()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>What it was founded for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The approval, by number or meeting.</summary>
    public string Basis { get; private set; } = "";

    public DateOnly FromDay { get; private set; }

    /// <summary>The last day it was approved for.</summary>
    public DateOnly UntilDay { get; private set; }

    /// <summary>The first day on which it is no more.</summary>
    public DateOnly? DissolvedDay { get; private set; }

    public string Result { get; private set; } = "";

    public int Version { get; private set; }

    public static TemporaryOrganisation Found(Unit unit, string purpose, string basis, DateOnly from, DateOnly until) => new()
    {
        TenantId = unit.TenantId,
        UnitId = unit.Id,
        Purpose = purpose,
        Basis = basis,
        FromDay = from,
        UntilDay = until,
    };

    /// <param name="months">How long it may be before a branch is to be founded.</param>
    public TemporaryState StateOn(DateOnly today, int months) => StateOf(FromDay, UntilDay, DissolvedDay, today, months);

    public static TemporaryState StateOf(DateOnly from, DateOnly until, DateOnly? dissolved, DateOnly today, int months) =>
        dissolved is not null ? TemporaryState.Dissolved
        : today > until ? TemporaryState.Over
        : today >= from.AddMonths(months) ? TemporaryState.Long
        : TemporaryState.Running;

    public void Extend(DateOnly until, string basis)
    {
        if (DissolvedDay is not null || until <= UntilDay)
        {
            throw new InvalidOperationException("Only one that exists is prolonged, to a later day.");
        }

        (UntilDay, Basis) = (until, basis);
    }

    public void Dissolve(DateOnly day, string result) =>
        (DissolvedDay, Result) = DissolvedDay is null && day > FromDay ? (day, result) : throw new InvalidOperationException("It is dissolved once, after its first day.");

    /// <summary>It was dissolved by mistake.</summary>
    public void Reopen() => (DissolvedDay, Result) = (null, "");
}
