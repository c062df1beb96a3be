using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>A person's post at a unit: gives the permissions of its role over the unit's subtree, from one day to another.</summary>
public sealed class Post : ITenantOwned
{
    private Post()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid UnitId { get; private set; }

    public PostRole Role { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly FromDay { get; private set; }

    public DateOnly? ToDay { get; private set; }

    public static Post New(Person person, Unit unit, PostRole role, string title, DateOnly from) => new()
    {
        TenantId = person.TenantId,
        Id = Guid.CreateVersion7(),
        PersonId = person.Id,
        UnitId = unit.Id,
        Role = role,
        Title = title,
        FromDay = from,
    };

    public bool IsHeldOn(DateOnly day) => FromDay <= day && (ToDay is null || ToDay >= day);

    /// <summary>Ends with this day; the day before it began means that it was never held.</summary>
    public void EndWith(DateOnly lastDay) =>
        ToDay = lastDay >= FromDay.AddDays(-1) ? lastDay : throw new ArgumentOutOfRangeException(nameof(lastDay), "A post ends on or after the day before it began.");

    /// <summary>Its end was a mistake: held again until the day it was held before.</summary>
    public void Reopen(DateOnly? toDay) => ToDay = toDay;
}
