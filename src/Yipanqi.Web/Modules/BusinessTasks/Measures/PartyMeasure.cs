using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>
/// 党建举措: a measure or activity of a Party organisation, whether or not it serves a key task. Joined to one it makes a fusion point. Without an
/// organisation it waits to be assigned (待认领).
/// </summary>
public sealed class PartyMeasure : ITenantOwned, IVersioned
{
    public const int CodeLength = 40;
    public const int KindLength = 40;
    public const int NameLength = 100;
    public const int DescriptionLength = 1000;
    public const int UnitTextLength = 200;
    public const int SourceLength = 200;
    public const int ReasonLength = 500;

    private PartyMeasure()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The measure's own code, unique in the tenant: the key that imports find it by.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The Party organisation whose measure it is; null while it waits to be assigned.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The organisation as a file wrote it, which need not be one of the platform; empty where it named none.</summary>
    public string UnitText { get; private set; } = "";

    /// <summary>Code of a <see cref="Fusion.MeasureKind"/>.</summary>
    public string Kind { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What is done, in a sentence or two.</summary>
    public string Description { get; private set; } = "";

    public DateOnly FromDay { get; private set; }

    /// <summary>The last day; null for one without an end.</summary>
    public DateOnly? ToDay { get; private set; }

    public Guid? OwnerPersonId { get; private set; }

    /// <summary>The plan or file it is written in; may be empty.</summary>
    public string Source { get; private set; } = "";

    public MeasureState State { get; private set; }

    public string WithdrawnReason { get; private set; } = "";

    public int Version { get; private set; }

    /// <param name="code">Empty for one made from the id.</param>
    public static PartyMeasure New(Guid tenantId, string code, MeasureFacts facts)
    {
        var id = Guid.CreateVersion7();
        var measure = new PartyMeasure
        {
            TenantId = tenantId,
            Id = id,
            Code = code.Length > 0 ? code : $"JC-{id.ToString("N")[^8..].ToUpperInvariant()}",
            State = MeasureState.Active,
        };
        measure.Describe(facts);
        return measure;
    }

    public MeasureFacts Facts => new(Kind, Name, Description, FromDay, ToDay, OwnerPersonId, Source);

    /// <summary>True where something did change.</summary>
    public bool Describe(MeasureFacts facts)
    {
        var before = Facts;
        (Kind, Name, Description, OwnerPersonId, Source) = (facts.Kind, facts.Name, facts.Description, facts.OwnerPersonId, facts.Source);
        (FromDay, ToDay) = facts.ToDay < facts.FromDay ? throw new ArgumentException("It ends on or after its first day.", nameof(facts)) : (facts.FromDay, facts.ToDay);
        return before != facts;
    }

    /// <summary>What a file wrote of its organisation; true where that did change.</summary>
    public bool NameUnit(string text)
    {
        var before = UnitText;
        UnitText = text;
        return before != text;
    }

    /// <summary>Of this organisation from now on; null gives it back to be assigned. True where that did change.</summary>
    public bool Assign(Unit? unit)
    {
        if (unit is not null && (unit.Track != Track.Party || unit.TenantId != TenantId))
        {
            throw new ArgumentException("A measure belongs to a Party organisation of its tenant.", nameof(unit));
        }

        var before = UnitId;
        UnitId = unit?.Id;
        return before != UnitId;
    }

    public void Withdraw(string reason)
    {
        Must(MeasureState.Active);
        (State, WithdrawnReason) = (MeasureState.Withdrawn, reason);
    }

    public void Resume()
    {
        Must(MeasureState.Withdrawn);
        (State, WithdrawnReason) = (MeasureState.Active, "");
    }

    /// <summary>A change is taken back: as it was before it.</summary>
    public void PutBack(MeasureBefore before)
    {
        Describe(before.Facts);
        (UnitId, State, WithdrawnReason) = (before.UnitId, before.State, before.WithdrawnReason);
    }

    /// <summary>Whether it runs on this day or will: neither withdrawn nor over.</summary>
    public bool IsRunningOn(DateOnly day) => State == MeasureState.Active && (ToDay is not { } last || last >= day);

    private void Must(MeasureState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"The measure is {State}.");
        }
    }
}
