namespace Yipanqi.Web.Access;

/// <summary>A unit through which a person is seen.</summary>
public sealed class PersonPlace
{
    public Guid PersonId { get; init; }

    public Guid UnitId { get; init; }
}
