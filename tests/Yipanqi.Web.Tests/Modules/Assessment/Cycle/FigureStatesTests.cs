using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

/// <summary>The transition tables of the things of a cycle.</summary>
public sealed class FigureStatesTests
{
    private static readonly Quarter Q4 = new(2026, 4);
    private static readonly DateTime Now = new(2026, 10, 12, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    [Theory]
    [InlineData(ManualState.Entered, "enter", ManualState.Entered)]
    [InlineData(ManualState.Entered, "review", ManualState.Reviewed)]
    [InlineData(ManualState.Entered, "return", ManualState.Returned)]
    [InlineData(ManualState.Reviewed, "enter", null)]
    [InlineData(ManualState.Reviewed, "review", null)]
    [InlineData(ManualState.Reviewed, "return", ManualState.Returned)]
    [InlineData(ManualState.Returned, "enter", ManualState.Entered)]
    [InlineData(ManualState.Returned, "review", null)]
    [InlineData(ManualState.Returned, "return", null)]
    public void A_self_report_follows_its_table(ManualState from, string step, ManualState? to)
    {
        var figure = Reported(from);

        Check(() => Act(figure, step, Other), () => figure.State, from, to);
    }

    [Fact]
    public void A_self_report_is_reviewed_by_another_person_and_changed_for_a_reason()
    {
        Should.Throw<InvalidOperationException>(() => Reported(ManualState.Entered).Review("18/20", "", One, Now));
        Should.Throw<InvalidOperationException>(() => Reported(ManualState.Entered).Review("17/20", "", Other, Now));
        Should.Throw<InvalidOperationException>(() => Reported(ManualState.Entered).Return("", Other, Now));
        Should.NotThrow(() => Reported(ManualState.Entered).Review("17/20", "一次会议不算。", Other, Now));
    }

    [Theory]
    [InlineData(AdjustmentState.Entered, "confirm", AdjustmentState.Confirmed)]
    [InlineData(AdjustmentState.Entered, "withdraw", AdjustmentState.Withdrawn)]
    [InlineData(AdjustmentState.Confirmed, "confirm", null)]
    [InlineData(AdjustmentState.Confirmed, "withdraw", AdjustmentState.Withdrawn)]
    [InlineData(AdjustmentState.Withdrawn, "confirm", null)]
    [InlineData(AdjustmentState.Withdrawn, "withdraw", null)]
    public void An_adjustment_follows_its_table(AdjustmentState from, string step, AdjustmentState? to)
    {
        var adjustment = Entered();
        if (from == AdjustmentState.Confirmed)
        {
            adjustment.Confirm(Other, Now);
        }
        else if (from == AdjustmentState.Withdrawn)
        {
            adjustment.Withdraw(One, Now, "误登。");
        }

        Check(() => Act(adjustment, step), () => adjustment.State, from, to);
    }

    [Fact]
    public void An_adjustment_is_confirmed_by_a_second_person() =>
        Should.Throw<InvalidOperationException>(() => Entered().Confirm(One, Now));

    [Theory]
    [InlineData(AdjustmentKind.Bonus, 0)]
    [InlineData(AdjustmentKind.Veto, 100)]
    [InlineData(AdjustmentKind.Deduction, -1)]
    [InlineData(AdjustmentKind.Bonus, 10_001)]
    public void An_adjustment_has_points_and_a_veto_none(AdjustmentKind kind, int hundredths) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Adjustment.Enter(Guid.NewGuid(), Q4, Guid.NewGuid(), kind, hundredths, "依据", "文号", One, Now));

    [Theory]
    [InlineData(ObjectionState.Filed, "accept", ObjectionState.Accepted)]
    [InlineData(ObjectionState.Filed, "reject", ObjectionState.Rejected)]
    [InlineData(ObjectionState.Filed, "withdraw", ObjectionState.Withdrawn)]
    [InlineData(ObjectionState.Accepted, "accept", null)]
    [InlineData(ObjectionState.Accepted, "reject", null)]
    [InlineData(ObjectionState.Accepted, "withdraw", null)]
    [InlineData(ObjectionState.Rejected, "accept", null)]
    [InlineData(ObjectionState.Rejected, "reject", null)]
    [InlineData(ObjectionState.Rejected, "withdraw", null)]
    [InlineData(ObjectionState.Withdrawn, "accept", null)]
    [InlineData(ObjectionState.Withdrawn, "reject", null)]
    [InlineData(ObjectionState.Withdrawn, "withdraw", null)]
    public void An_objection_follows_its_table(ObjectionState from, string step, ObjectionState? to)
    {
        var objection = Filed();
        var before = new Dictionary<ObjectionState, string> { [ObjectionState.Accepted] = "accept", [ObjectionState.Rejected] = "reject", [ObjectionState.Withdrawn] = "withdraw" };
        if (before.TryGetValue(from, out var first))
        {
            Act(objection, first, Other);
        }

        Check(() => Act(objection, step, Other), () => objection.State, from, to);
    }

    [Fact]
    public void An_objection_is_not_answered_by_its_filer() => Should.Throw<InvalidOperationException>(() => Act(Filed(), "reject", One));

    [Fact]
    public void A_supply_sheet_is_signed_once_and_withdrawn_for_a_reason()
    {
        var sheet = SupplySheet.New(Guid.NewGuid(), Q4, "E2.1");

        Should.Throw<InvalidOperationException>(() => sheet.Withdraw("没有签过。"));
        sheet.Sign("取自业务系统。", One, Now);
        Should.Throw<InvalidOperationException>(() => sheet.Sign("再签。", One, Now));
        Should.Throw<InvalidOperationException>(() => sheet.Withdraw(""));
        sheet.Withdraw("一家的数有误。");

        sheet.IsSigned.ShouldBeFalse();
        Should.NotThrow(() => sheet.Sign("改后再签。", One, Now));
    }

    private static void Check<TState>(Action act, Func<TState> state, TState from, TState? to) where TState : struct
    {
        if (to is { } expected)
        {
            act();
            state().ShouldBe(expected);
            return;
        }

        Should.Throw<InvalidOperationException>(act);
        state().ShouldBe(from);
    }

    private static ManualFigure Reported(ManualState state)
    {
        var figure = ManualFigure.New(Guid.NewGuid(), Q4, Guid.NewGuid(), "M1");
        Act(figure, "enter", One);
        if (state != ManualState.Entered)
        {
            Act(figure, state == ManualState.Reviewed ? "review" : "return", Other);
        }

        return figure;
    }

    private static void Act(ManualFigure figure, string step, Guid person)
    {
        switch (step)
        {
            case "enter":
                figure.Enter("18/20", "会议记录", "", "", One, Now);
                break;
            case "review":
                figure.Review("18/20", "", person, Now);
                break;
            default:
                figure.Return("请补材料。", person, Now);
                break;
        }
    }

    private static Adjustment Entered() => Adjustment.Enter(Guid.NewGuid(), Q4, Guid.NewGuid(), AdjustmentKind.Bonus, 150, "依据", "文号", One, Now);

    private static void Act(Adjustment adjustment, string step)
    {
        if (step == "confirm")
        {
            adjustment.Confirm(Other, Now);
        }
        else
        {
            adjustment.Withdraw(Other, Now, "误登。");
        }
    }

    private static Objection Filed() => Objection.File(Guid.NewGuid(), Q4, 1, Guid.NewGuid(), ObjectionSubject.Item, "M1", null, "理由", "材料", One, Now);

    private static void Act(Objection objection, string step, Guid person)
    {
        switch (step)
        {
            case "accept":
                objection.Accept("采纳。", "M1", "19/20", 80, person, Now);
                break;
            case "reject":
                objection.Reject("不采纳。", person, Now);
                break;
            default:
                objection.Withdraw();
                break;
        }
    }
}
