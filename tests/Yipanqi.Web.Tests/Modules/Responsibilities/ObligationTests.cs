using Yipanqi.Web.Modules.Responsibilities;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class ObligationTests
{
    private static readonly DateOnly Due = new(2026, 9, 30);
    private static readonly DateTime Now = new(2026, 9, 20, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Holder = Guid.CreateVersion7();
    private static readonly Guid Above = Guid.CreateVersion7();

    /// <summary>Every state (with and without a pending request) and the steps that are possible in it; all others are refused.</summary>
    public static TheoryData<ObligationState, bool, ObligationStep[]> Table => new()
    {
        { ObligationState.Open, false, [ObligationStep.Claim, ObligationStep.Complete, ObligationStep.Ask, ObligationStep.End] },
        { ObligationState.Open, true, [ObligationStep.Claim, ObligationStep.Complete, ObligationStep.Grant, ObligationStep.Refuse, ObligationStep.End] },
        { ObligationState.Claimed, false, [ObligationStep.Complete, ObligationStep.Ask, ObligationStep.End] },
        { ObligationState.Claimed, true, [ObligationStep.Complete, ObligationStep.Grant, ObligationStep.Refuse, ObligationStep.End] },
        { ObligationState.Returned, false, [ObligationStep.Complete, ObligationStep.Ask, ObligationStep.End] },
        { ObligationState.Submitted, false, [ObligationStep.TakeBack, ObligationStep.Accept, ObligationStep.Return, ObligationStep.End] },
        { ObligationState.Accepted, false, [] },
        { ObligationState.Exempt, false, [] },
        { ObligationState.Declined, false, [] },
    };

    [Theory, MemberData(nameof(Table))]
    public void Allows_in_each_state_the_steps_of_the_table_and_no_other(ObligationState state, bool asked, ObligationStep[] possible)
    {
        foreach (var step in Enum.GetValues<ObligationStep>())
        {
            var obligation = In(state, asked);

            obligation.May(step).ShouldBe(possible.Contains(step), step.ToString());
            if (Take(obligation, step) is { } take)
            {
                if (possible.Contains(step))
                {
                    take();
                }
                else
                {
                    Should.Throw<InvalidOperationException>(take, step.ToString());
                }
            }
        }
    }

    [Fact]
    public void Is_decided_by_nobody_who_did_it_or_asked()
    {
        var own = In(ObligationState.Submitted, false);
        var asked = In(ObligationState.Open, true);

        Should.Throw<InvalidOperationException>(() => own.Accept("", Holder, Now));
        Should.Throw<InvalidOperationException>(() => own.Return("缺记录", Holder, Now));
        Should.Throw<InvalidOperationException>(() => asked.Grant("", Holder, Now));
        Should.Throw<InvalidOperationException>(() => asked.Refuse("不同意", Holder, Now));
    }

    [Fact]
    public void Is_decided_by_nobody_on_their_own_duty_as_a_member()
    {
        var member = Obligation.New(Guid.NewGuid(), Guid.NewGuid(), "M-1", DutyLevel.Member, Guid.NewGuid(), Above, "2026", Due, false);
        member.Complete("办结", Holder, Due);

        Should.Throw<InvalidOperationException>(() => member.Accept("", Above, Now));
    }

    [Fact]
    public void Counts_the_day_it_was_done_again_after_a_return()
    {
        var obligation = In(ObligationState.Returned, false);
        obligation.DoneDay.ShouldBeNull();

        obligation.Complete("补齐了记录", Holder, Due.AddDays(3));

        (obligation.DoneDay, obligation.Decision).ShouldBe((Due.AddDays(3), "缺记录"));
    }

    [Fact]
    public void Is_due_on_the_day_that_was_allowed()
    {
        var obligation = In(ObligationState.Open, true);

        obligation.Grant("", Above, Now);

        (obligation.DueDay, obligation.IsExtended, obligation.State, obligation.Request).ShouldBe((Due.AddDays(10), true, ObligationState.Open, null));
    }

    [Theory, InlineData(RequestKind.Exemption, ObligationState.Exempt), InlineData(RequestKind.Decline, ObligationState.Declined)]
    public void Is_over_where_exemption_or_handing_back_was_allowed(RequestKind kind, ObligationState end)
    {
        var obligation = In(ObligationState.Open, false);
        obligation.Ask(kind, null, "不属于本支部", Holder);

        obligation.Grant("", Above, Now);

        (obligation.State, obligation.Decision).ShouldBe((end, "不属于本支部"));
    }

    [Fact]
    public void Takes_no_extension_to_an_earlier_day_and_no_request_without_reason()
    {
        Should.Throw<ArgumentException>(() => In(ObligationState.Open, false).Ask(RequestKind.Extension, Due, "理由", Holder));
        Should.Throw<ArgumentException>(() => In(ObligationState.Open, false).Ask(RequestKind.Exemption, Due.AddDays(1), "理由", Holder));
        Should.Throw<ArgumentException>(() => In(ObligationState.Open, false).Ask(RequestKind.Exemption, null, "", Holder));
        Should.Throw<ArgumentException>(() => In(ObligationState.Open, false).Complete("", Holder, Due));
        Should.Throw<ArgumentException>(() => In(ObligationState.Submitted, false).Return("", Above, Now));
    }

    private static Obligation In(ObligationState state, bool asked)
    {
        var obligation = Obligation.New(Guid.NewGuid(), Guid.NewGuid(), "SJ-01", DutyLevel.Branch, Guid.NewGuid(), Guid.Empty, "2026M09", Due, false);
        switch (state)
        {
            case ObligationState.Claimed:
                obligation.Claim();
                break;
            case ObligationState.Submitted or ObligationState.Returned or ObligationState.Accepted:
                obligation.Complete("办结", Holder, Due);
                break;
            case ObligationState.Exempt or ObligationState.Declined:
                obligation.Ask(state == ObligationState.Exempt ? RequestKind.Exemption : RequestKind.Decline, null, "理由", Holder);
                obligation.Grant("", Above, Now);
                break;
        }

        if (state == ObligationState.Returned)
        {
            obligation.Return("缺记录", Above, Now);
        }
        else if (state == ObligationState.Accepted)
        {
            obligation.Accept("", Above, Now);
        }

        if (asked)
        {
            obligation.Ask(RequestKind.Extension, Due.AddDays(10), "等材料", Holder);
        }

        obligation.State.ShouldBe(state);
        return obligation;
    }

    private static Action? Take(Obligation obligation, ObligationStep step) => step switch
    {
        ObligationStep.Claim => obligation.Claim,
        ObligationStep.Complete => () => obligation.Complete("办结", Holder, Due),
        ObligationStep.TakeBack => obligation.TakeBack,
        ObligationStep.Accept => () => obligation.Accept("", Above, Now),
        ObligationStep.Return => () => obligation.Return("缺记录", Above, Now),
        ObligationStep.Ask => () => obligation.Ask(RequestKind.Exemption, null, "理由", Holder),
        ObligationStep.Grant => () => obligation.Grant("", Above, Now),
        ObligationStep.Refuse => () => obligation.Refuse("不同意", Above, Now),
        _ => null, // ended by a set operation
    };
}
