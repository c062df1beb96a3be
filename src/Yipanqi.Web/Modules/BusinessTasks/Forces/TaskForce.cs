using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>突击队、攻关组: members of a Party organisation who take on one key task for a time, with goals that have a day, and a result.</summary>
public sealed class TaskForce : ITenantOwned, IVersioned
{
    public const int NameLength = 100;
    public const int PlaceLength = 100;
    public const int ResultLength = 2000;

    private TaskForce()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The Party organisation that founded it.</summary>
    public Guid PartyUnitId { get; private set; }

    public ForceKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public DateOnly FromDay { get; private set; }

    /// <summary>The last day of its term.</summary>
    public DateOnly UntilDay { get; private set; }

    public DateOnly? EndedDay { get; private set; }

    public string Result { get; private set; } = "";

    /// <summary>外出: where it works away from home; empty where it does not.</summary>
    public string AwayPlace { get; private set; } = "";

    public DateOnly? AwayFrom { get; private set; }

    /// <summary>The last day away, by plan.</summary>
    public DateOnly? AwayUntil { get; private set; }

    /// <summary>Days away, first and last counted; 0 where it does not go away.</summary>
    public int AwayDays { get; private set; }

    /// <summary>The temporary Party organisation founded for it; null for none.</summary>
    public Guid? TemporaryUnitId { get; private set; }

    /// <summary>The day from which that organisation is there.</summary>
    public DateOnly? TemporaryFrom { get; private set; }

    public int Version { get; private set; }

    public static TaskForce Found(BusinessTask task, Unit party, ForceKind kind, string name, DateOnly from, DateOnly until)
    {
        if (party.Track != Track.Party || party.TenantId != task.TenantId || until < from)
        {
            throw new ArgumentException("A Party organisation of the task's tenant founds it, for a term that does not end before it begins.", nameof(party));
        }

        return new TaskForce { TenantId = task.TenantId, Id = Guid.CreateVersion7(), TaskId = task.Id, PartyUnitId = party.Id, Kind = kind, Name = name, FromDay = from, UntilDay = until };
    }

    public void Plan(string name, DateOnly until) => (Name, UntilDay) =
        EndedDay is null && until >= FromDay ? (name, until) : throw new InvalidOperationException("The term of one that has not ended is changed, not to before its first day.");

    /// <summary>It stays, or comes back to stay.</summary>
    public void Stay() => (AwayPlace, AwayFrom, AwayUntil, AwayDays) = ("", null, null, 0);

    public void GoAway(string place, DateOnly from, DateOnly until) => (AwayPlace, AwayFrom, AwayUntil, AwayDays) =
        until >= from ? (place, from, until, until.DayNumber - from.DayNumber + 1) : throw new ArgumentOutOfRangeException(nameof(until), "It comes back after it left.");

    public void HaveOrganisation(Guid unitId, DateOnly from) => (TemporaryUnitId, TemporaryFrom) =
        TemporaryUnitId is null ? (unitId, from) : throw new InvalidOperationException("It has a temporary organisation.");

    public void End(DateOnly day, string result) => (EndedDay, Result) =
        EndedDay is null && day >= FromDay ? (day, result) : throw new InvalidOperationException("It ends once, not before its first day.");
}
