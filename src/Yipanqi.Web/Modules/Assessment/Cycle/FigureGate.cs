using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Whether figures of a quarter may be brought in now. Reporters: while it collects. The committee also before it is opened (figures
/// of earlier quarters) and while it is previewed, objected to or corrected. Nobody changes what a published quarter was made of.
/// </summary>
public static class FigureGate
{
    public static async Task<Refusal?> RefusalAsync(YipanqiDb db, Actor actor, Quarter quarter, CancellationToken cancellation) =>
        Refuse((await db.CycleOfAsync(quarter, cancellation))?.State ?? QuarterState.NotOpened, quarter, actor.Can(Permission.RunAssessment));

    public static Refusal? Refuse(QuarterState state, Quarter quarter, bool isCommittee) => state switch
    {
        QuarterState.Collecting => null,
        QuarterState.Published => new("figure.published", "", $"{quarter.Chinese}已发布，数据不再改。确需更正，请由工委启动更正。"),
        _ when isCommittee => null,
        QuarterState.NotOpened => new("figure.not-opened", "", $"{quarter.Chinese}还没有开启填报。"),
        _ => new("figure.closed", "", $"{quarter.Chinese}填报已截止，数据不再收。有异议请在申诉期内提出。"),
    };
}
