using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>指标 (KPI) of a key task: what is to be reached by a day, in which unit, and whether more or less is better.</summary>
public sealed class KeyFigure : ITenantOwned, IVersioned
{
    public const int CodeLength = 40;
    public const int NameLength = 100;
    public const int UnitLength = 20;

    /// <summary>Most figures of one task.</summary>
    public const int MostOfTask = 50;

    private KeyFigure()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>Unique in the task; the key a business system knows it by.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Unit of measurement: 亿元、%、户.</summary>
    public string Unit { get; private set; } = "";

    public FigureDirection Direction { get; private set; }

    public double Target { get; private set; }

    public DateOnly DueDay { get; private set; }

    public int Version { get; private set; }

    public static KeyFigure New(BusinessTask task, string code, FigureFacts facts)
    {
        var figure = new KeyFigure { TenantId = task.TenantId, Id = Guid.CreateVersion7(), TaskId = task.Id, Code = code };
        figure.Describe(facts);
        return figure;
    }

    public FigureFacts Facts => new(Name, Unit, Direction, Target, DueDay);

    /// <summary>True where something did change.</summary>
    public bool Describe(FigureFacts facts)
    {
        var before = Facts;
        (Name, Unit, Direction, Target, DueDay) = (facts.Name, facts.Unit, facts.Direction, facts.Target, facts.DueDay);
        return before != facts;
    }
}
