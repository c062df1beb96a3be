using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// One quarter of the assessment on its way: 未开 → 填报 → 预览 → 申诉 → 已发布 → 更正. A step back to 填报, and every step of a
/// correction, needs a reason. A quarter without a row is not opened.
/// </summary>
public sealed class QuarterCycle : ITenantOwned, IVersioned
{
    /// <summary>Longest objection period, in days.</summary>
    public const int MostObjectionDays = 30;

    private static readonly Dictionary<(QuarterState From, QuarterState To), bool> Steps = new()
    {
        [(QuarterState.NotOpened, QuarterState.Collecting)] = false,
        [(QuarterState.Collecting, QuarterState.Previewing)] = false,
        [(QuarterState.Previewing, QuarterState.Collecting)] = true,
        [(QuarterState.Previewing, QuarterState.Objecting)] = false,
        [(QuarterState.Previewing, QuarterState.Published)] = false,
        [(QuarterState.Objecting, QuarterState.Collecting)] = true,
        [(QuarterState.Objecting, QuarterState.Published)] = false,
        [(QuarterState.Published, QuarterState.Correcting)] = true,
        [(QuarterState.Correcting, QuarterState.Published)] = true,
    };

    private QuarterCycle()
    {
    }

    public Guid TenantId { get; private set; }

    /// <summary><see cref="Quarter.Key"/>.</summary>
    public int QuarterKey { get; private set; }

    public QuarterState State { get; private set; }

    /// <summary>Objections are answered until the quarter is published; a correction is no place for them.</summary>
    public bool TakesAnswers => State is QuarterState.Objecting or QuarterState.Previewing or QuarterState.Collecting;

    /// <summary>The published scheme by which the quarter is asked and scored.</summary>
    public Guid SchemeId { get; private set; }

    /// <summary>Last day on which figures are due.</summary>
    public DateOnly CollectUntil { get; private set; }

    /// <summary>Length of the objection period in days; 0: none is held, which is told when the quarter is opened.</summary>
    public int ObjectionDays { get; private set; }

    /// <summary>Last day on which objections are taken; null before the period begins.</summary>
    public DateOnly? ObjectionsUntil { get; private set; }

    /// <summary>Steps taken since the opening.</summary>
    public int StepCount { get; private set; }

    public int Version { get; private set; }

    public Quarter Quarter => Quarter.FromKey(QuarterKey);

    public static QuarterCycle Open(Guid tenantId, Quarter quarter, Guid schemeId, DateOnly collectUntil, int objectionDays) => new()
    {
        TenantId = tenantId,
        QuarterKey = quarter.Key,
        State = QuarterState.Collecting,
        SchemeId = schemeId,
        CollectUntil = collectUntil,
        ObjectionDays = objectionDays is >= 0 and <= MostObjectionDays ? objectionDays : throw new ArgumentOutOfRangeException(nameof(objectionDays)),
    };

    public static bool NeedsReason(QuarterState from, QuarterState to) => Steps.GetValueOrDefault((from, to));

    public CycleObstacle ObstacleTo(QuarterState to, DateOnly today) => (State, to) switch
    {
        var step when !Steps.ContainsKey(step) => CycleObstacle.NoSuchStep,
        (QuarterState.Previewing, QuarterState.Objecting) when ObjectionDays == 0 => CycleObstacle.NoObjectionPeriod,
        (QuarterState.Previewing, QuarterState.Published) when ObjectionDays > 0 => CycleObstacle.ObjectionsDue,
        (QuarterState.Objecting, QuarterState.Published) when today <= ObjectionsUntil => CycleObstacle.ObjectionsRunning,
        _ => CycleObstacle.None,
    };

    /// <param name="collectUntil">The new last day, where figures are taken again.</param>
    public QuarterStep Move(QuarterState to, DateOnly today, DateOnly? collectUntil, Guid personId, DateTime now, string reason)
    {
        if (ObstacleTo(to, today) is not CycleObstacle.None and var obstacle)
        {
            throw new InvalidOperationException($"A quarter does not go from {State} to {to}: {obstacle}.");
        }

        if ((NeedsReason(State, to) && reason.Length == 0) || (to == QuarterState.Collecting && collectUntil is null))
        {
            throw new InvalidOperationException("A step back needs a reason, and figures that are taken again a last day.");
        }

        StepCount++;
        var step = QuarterStep.Of(TenantId, QuarterKey, StepCount, State, to, personId, now, reason);
        State = to;
        CollectUntil = to == QuarterState.Collecting ? collectUntil!.Value : CollectUntil;
        ObjectionsUntil = to switch
        {
            QuarterState.Objecting => today.AddDays(ObjectionDays),
            QuarterState.Collecting => null,
            _ => ObjectionsUntil,
        };
        return step;
    }
}
