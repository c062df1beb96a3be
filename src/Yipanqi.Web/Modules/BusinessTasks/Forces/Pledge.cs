using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>承诺: what a member pledges by a day, in public; fulfilled with a sentence, confirmed by the branch (item C3.3).</summary>
public sealed class Pledge : ITenantOwned, IVersioned
{
    public const int TextLength = 300;
    public const int ResultLength = 500;

    private Pledge()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The branch that confirms it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The key task it serves; null for none.</summary>
    public Guid? TaskId { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly MadeDay { get; private set; }

    public DateOnly DueDay { get; private set; }

    public PledgeState State { get; private set; }

    /// <summary>The day on which it was fulfilled, as told.</summary>
    public DateOnly? FulfilledDay { get; private set; }

    public string Result { get; private set; } = "";

    /// <summary>What the branch said when it confirmed or gave it back.</summary>
    public string Remark { get; private set; } = "";

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedUtc { get; private set; }

    public int Version { get; private set; }

    public static Pledge Make(Person person, Unit branch, Guid? taskId, string text, DateOnly made, DateOnly due) => new()
    {
        TenantId = person.TenantId,
        Id = Guid.CreateVersion7(),
        PersonId = person.Id,
        UnitId = branch.Id,
        TaskId = taskId,
        Text = text,
        MadeDay = made,
        DueDay = due,
        State = PledgeState.Open,
    };

    public void Fulfil(DateOnly day, string result)
    {
        MustBe(PledgeState.Open);
        (State, FulfilledDay, Result) = (PledgeState.Told, day, result);
    }

    public void Confirm(string remark, Guid by, DateTime nowUtc)
    {
        MustBe(PledgeState.Told);
        (State, Remark, DecidedBy, DecidedUtc) = (PledgeState.Confirmed, remark, by, nowUtc);
    }

    /// <summary>退回: not fulfilled yet in the branch's eyes.</summary>
    public void GiveBack(string remark, Guid by, DateTime nowUtc)
    {
        MustBe(PledgeState.Told);
        (State, Remark, DecidedBy, DecidedUtc, FulfilledDay) = (PledgeState.Open, remark, by, nowUtc, null);
    }

    private void MustBe(PledgeState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"The pledge is {State}.");
        }
    }
}
