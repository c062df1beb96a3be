using System.Globalization;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>
/// 重点任务 of a plan year. It belongs to the administrative unit that leads it; without one it waits to be claimed (待认领).
/// </summary>
public sealed class BusinessTask : ITenantOwned, IVersioned, ISearchable
{
    public const int CodeLength = 40;
    public const int TitleLength = 200;
    public const int ContentLength = 2000;
    public const int NoteLength = 500;
    public const int DocumentLength = 200;
    public const int LeadTextLength = 200;
    public const int SystemLength = 60;
    public const int KeyLength = 100;

    private BusinessTask()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The task's own code, unique in the tenant: the key that imports find it by.</summary>
    public string Code { get; private set; } = "";

    public int PlanYear { get; private set; }

    public string Title { get; private set; } = "";

    public string Content { get; private set; } = "";

    /// <summary>The administrative unit that leads; null while nobody has claimed the task (待认领).</summary>
    public Guid? LeadUnitId { get; private set; }

    /// <summary>The leading unit as the source wrote it, which need not be a unit of the platform; empty where it named none.</summary>
    public string LeadText { get; private set; } = "";

    /// <summary>Supporting units as the source wrote them; those known are <see cref="TaskPartner"/>.</summary>
    public string PartnerText { get; private set; } = "";

    public TaskImportance Importance { get; private set; }

    public string SourceDocument { get; private set; } = "";

    public DateOnly StartDay { get; private set; }

    public DateOnly DueDay { get; private set; }

    /// <summary>推定: the source told no deadline, so the end of the plan year stands for it.</summary>
    public bool IsDueDerived { get; private set; }

    public DateOnly? DoneDay { get; private set; }

    public TaskState State { get; private set; }

    public string CancelReason { get; private set; } = "";

    public string Note { get; private set; } = "";

    /// <summary>The business system that feeds the task; null where a person entered or imported it.</summary>
    public string? SourceSystem { get; private set; }

    /// <summary>The task's key in that system.</summary>
    public string? SourceKey { get; private set; }

    /// <summary>When that system or a file last told of it.</summary>
    public DateTime? SourceUtc { get; private set; }

    public int Version { get; private set; }

    /// <param name="code">Empty for one made from the year and the id.</param>
    public static BusinessTask New(Guid tenantId, string code, TaskFacts facts)
    {
        var id = Guid.CreateVersion7();
        var task = new BusinessTask
        {
            TenantId = tenantId,
            Id = id,
            Code = code.Length > 0 ? code : $"ZD{facts.PlanYear}-{id.ToString("N")[^6..].ToUpperInvariant()}",
            State = TaskState.Active,
        };
        task.Describe(facts);
        return task;
    }

    public TaskFacts Facts => new(PlanYear, Title, Content, Importance, SourceDocument, StartDay, DueDay, IsDueDerived, Note);

    /// <summary>True where something did change.</summary>
    public bool Describe(TaskFacts facts)
    {
        var before = Facts;
        (PlanYear, Title, Content, Importance, SourceDocument) = (facts.PlanYear, facts.Title, facts.Content, facts.Importance, facts.SourceDocument);
        (StartDay, DueDay, IsDueDerived, Note) = (facts.StartDay, facts.DueDay, facts.IsDueDerived, facts.Note);
        return before != facts;
    }

    /// <summary>What the source wrote of leading and supporting units; true where something did change.</summary>
    public bool NameUnits(string leadText, string partnerText)
    {
        var before = (LeadText, PartnerText);
        (LeadText, PartnerText) = (leadText, partnerText);
        return before != (LeadText, PartnerText);
    }

    /// <summary>认领: this unit leads from now on, or nobody again.</summary>
    public void Assign(Unit? lead)
    {
        if (lead is not null && (lead.Track != Track.Administrative || lead.TenantId != TenantId))
        {
            throw new ArgumentException("A key task is led by an administrative unit of its tenant.", nameof(lead));
        }

        LeadUnitId = lead?.Id;
    }

    public void Complete(DateOnly day)
    {
        MustBe(TaskState.Active);
        (State, DoneDay) = (TaskState.Done, day);
    }

    public void Cancel(string reason)
    {
        MustBe(TaskState.Active);
        (State, CancelReason) = (TaskState.Cancelled, reason);
    }

    /// <summary>Takes its completion or cancellation back.</summary>
    public void Reopen()
    {
        if (State == TaskState.Active)
        {
            throw new InvalidOperationException("A task that is under way is not reopened.");
        }

        (State, DoneDay, CancelReason) = (TaskState.Active, null, "");
    }

    /// <summary>A change is taken back: as it was before it.</summary>
    public void PutBack(TaskBefore before)
    {
        Describe(before.Facts);
        (LeadUnitId, PartnerText) = (before.LeadUnitId, before.PartnerText);
        (State, DoneDay, CancelReason) = (before.State, before.DoneDay, before.CancelReason);
    }

    /// <summary>Fed by this system from now on.</summary>
    public void FeedFrom(string system, string key) => (SourceSystem, SourceKey) = (system, key);

    public void Heard(DateTime nowUtc) => SourceUtc = nowUtc;

    public bool IsLateOn(DateOnly today) => State == TaskState.Active && DueDay < today;

    public SearchText ToSearch() => SearchText.Of(SearchKind.BusinessTask, Id, Code, Title) with
    {
        ListKey = string.Create(CultureInfo.InvariantCulture, $"{(int)State}{DueDay:yyyyMMdd}{Code}"),
    };

    private void MustBe(TaskState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"The task is {State}.");
        }
    }
}
