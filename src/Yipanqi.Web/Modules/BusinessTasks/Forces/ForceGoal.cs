using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>A goal of a task force with its day (item C3.2 counts those met by it).</summary>
public sealed class ForceGoal : ITenantOwned, IVersioned
{
    public const int TextLength = 300;
    public const int ResultLength = 500;

    private ForceGoal()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ForceId { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly DueDay { get; private set; }

    public DateOnly? MetDay { get; private set; }

    public string Result { get; private set; } = "";

    public int Version { get; private set; }

    public static ForceGoal Set(TaskForce force, string text, DateOnly dueDay) => new() { TenantId = force.TenantId, Id = Guid.CreateVersion7(), ForceId = force.Id, Text = text, DueDay = dueDay };

    public void Meet(DateOnly day, string result) => (MetDay, Result) = MetDay is null ? (day, result) : throw new InvalidOperationException("A goal is met once.");
}
