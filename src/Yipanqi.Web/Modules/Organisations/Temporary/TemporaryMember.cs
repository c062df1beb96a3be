using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>A member who belongs to a temporary organisation besides the own branch. It ends with the organisation where it did not end before.</summary>
public sealed class TemporaryMember : ITenantOwned
{
    private TemporaryMember()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid PersonId { get; private set; }

    public TemporaryRole Role { get; private set; }

    public DateOnly FromDay { get; private set; }

    public DateOnly? ToDay { get; private set; }

    public static TemporaryMember Join(TemporaryOrganisation organisation, Guid personId, TemporaryRole role, DateOnly from) => new()
    {
        TenantId = organisation.TenantId,
        UnitId = organisation.UnitId,
        PersonId = personId,
        Role = role,
        FromDay = from,
    };

    /// <summary>Ends with the day before; who joined that day or later leaves the day they joined.</summary>
    public void Leave(DateOnly day) => ToDay = day > FromDay ? day.AddDays(-1) : FromDay;
}
