using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>更名、移动、合并、拆分、撤销 of a unit: what, from which day on, by which document, entered by whom, and what is needed to take it back.</summary>
public sealed class UnitEvent : ITenantOwned, IVersioned
{
    private UnitEvent()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public UnitEventKind Kind { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The first day of the new state.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Name, or name of the superior, before; as it was then.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Name, superior, successor or new unit after; as it was then.</summary>
    public string After { get; private set; } = "";

    /// <summary>Number of the document, or the meeting that decided.</summary>
    public string Basis { get; private set; } = "";

    public string Note { get; private set; } = "";

    public Guid? PersonId { get; private set; }

    public DateTime AtUtc { get; private set; }

    /// <summary>JSON of <see cref="UnitEventState"/>.</summary>
    public string State { get; private set; } = "";

    public DateTime? RevertedUtc { get; private set; }

    public string RevertReason { get; private set; } = "";

    public int Version { get; private set; }

    internal static UnitEvent Of(Actor actor, UnitEventKind kind, Unit unit, DateOnly day, (string Before, string After) names, UnitChangeBasis basis, UnitEventState state, DateTime now) => new()
    {
        TenantId = unit.TenantId,
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Kind = kind,
        UnitId = unit.Id,
        Day = day,
        Before = names.Before,
        After = names.After,
        Basis = basis.Basis,
        Note = basis.Note,
        PersonId = actor.PersonId,
        AtUtc = now,
        State = JsonSerializer.Serialize(state),
    };

    internal UnitEventState ReadState() => JsonSerializer.Deserialize<UnitEventState>(State)!;

    /// <summary>It was a mistake; once.</summary>
    public void Revert(DateTime now, string reason) => (RevertedUtc, RevertReason, State) = (now, reason, "");
}
