using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>
/// 年度目标 of a unit on one side. A Party objective is tied to the business objective it serves (A3.1); several may serve the same one.
/// </summary>
public sealed class Objective : ITenantOwned, IVersioned
{
    public const int TextLength = 500;

    private Objective()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    public int Year { get; private set; }

    public Track Track { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The business objective it serves; only Party objectives have one.</summary>
    public Guid? TiedToId { get; private set; }

    public int Version { get; private set; }

    public static Objective New(Unit unit, int year, string text) =>
        new() { TenantId = unit.TenantId, Id = Guid.CreateVersion7(), UnitId = unit.Id, Year = year, Track = unit.Track, Text = text };

    /// <summary>True where something did change.</summary>
    public bool Reword(string text)
    {
        var changed = Text != text;
        Text = text;
        return changed;
    }

    /// <summary>Serves this business objective of the same year, or none.</summary>
    public bool Tie(Objective? business)
    {
        if (Track != Track.Party || (business is not null && (business.Track != Track.Administrative || business.Year != Year || business.TenantId != TenantId)))
        {
            throw new ArgumentException("A Party objective is tied to a business objective of the same year.", nameof(business));
        }

        var changed = TiedToId != business?.Id;
        TiedToId = business?.Id;
        return changed;
    }
}
