using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>
/// What a figure had reached by a day, who told it and when. Values are only added: of two for one day the later told holds, the earlier stays to be seen.
/// </summary>
public sealed class KeyFigureValue : ITenantOwned
{
    public const int SourceLength = 100;

    private KeyFigureValue()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid KeyFigureId { get; private set; }

    /// <summary>The day up to which the value was reached.</summary>
    public DateOnly Day { get; private set; }

    public double Value { get; private set; }

    /// <summary>The business system, file or person it came from, as shown.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When it came in.</summary>
    public DateTime AtUtc { get; private set; }

    public static KeyFigureValue New(KeyFigure figure, DateOnly day, double value, string source, DateTime atUtc) => new()
    {
        TenantId = figure.TenantId,
        Id = Guid.CreateVersion7(),
        KeyFigureId = figure.Id,
        Day = day,
        Value = value,
        Source = source,
        AtUtc = atUtc,
    };
}
