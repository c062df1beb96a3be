using System.Globalization;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>One task of a batch, put into the context; what is wrong with it is collected, and then nothing is saved.</summary>
internal sealed class FedRow(YipanqiDb db, Connector connector, FedKnown known, FedTask fed, string path, DateTime nowUtc)
{
    private readonly List<Refusal> refusals = [];

    public BusinessTask? Task { get; private set; }

    public bool IsAdded { get; private set; }

    public bool IsChanged { get; private set; }

    /// <summary>People entered or imported it; from now on the system feeds it.</summary>
    public bool IsTakenOver { get; private set; }

    /// <summary>Milestones the system knows no more, by the task's code and their titles.</summary>
    public IReadOnlyList<string> Removed { get; private set; } = [];

    /// <summary>The task ended: left as it is.</summary>
    public bool IsKept { get; private set; }

    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>Null leaves those there are.</summary>
    public IReadOnlyCollection<Guid>? Partners { get; private set; }

    public DateOnly Today { get; } = ChinaTime.DayOf(nowUtc);

    public void Apply()
    {
        Task = known.ByKey(fed.Key!) ?? known.Unfed(fed.Code?.Trim() ?? "");
        if (Task is not null && !known.IsMine(Task))
        {
            Wrong("key", $"主键 {fed.Key} 的任务不在这个令牌的范围内。");
            return;
        }

        IsKept = Task is { State: not TaskState.Active };
        if (IsKept || Read() is not { } facts)
        {
            return;
        }

        IsTakenOver = Task is { SourceSystem: null };
        var changed = Describe(facts) | IsTakenOver;
        var parts = new FedParts(db, known, Task!, connector.System, nowUtc, Wrong);
        changed |= parts.Apply(fed);
        Removed = parts.Removed;
        changed |= End();
        if (!IsAdded && !changed)
        {
            return;
        }

        IsChanged = !IsAdded;
        Task!.Heard(nowUtc);
    }

    private TaskFacts? Read()
    {
        var before = Task?.Facts;
        var read = TaskText.Read(new TaskValues(
            fed.Year?.ToString(CultureInfo.InvariantCulture) ?? $"{before?.PlanYear ?? Today.Year}", Or(fed.Title, before?.Title), Or(fed.Content, before?.Content), Or(fed.Importance, before?.Importance.ToString()),
            Or(fed.Document, before?.SourceDocument), Or(fed.Start, before is null || before.StartDay == TaskFacts.YearStart(before.PlanYear) ? "" : DayText.Write(before.StartDay)),
            Or(fed.Due, before is null or { IsDueDerived: true } ? "" : DayText.Write(before.DueDay)), Or(fed.Note, before?.Note), Or(fed.Partners, Task?.PartnerText)));
        foreach (var refusal in read.Refusals)
        {
            Wrong(NameOf(refusal.Field), refusal.Message);
        }

        var code = fed.Code?.Trim() ?? "";
        if (Task is null && (TaskText.CodeFault(code) ?? (known.IsTaken(code) ? $"编号 {code} 已经用过。请换一个，或不写由平台编。" : null)) is { } fault)
        {
            Wrong("code", fault);
        }

        return refusals.Count == 0 ? read.Value : null;
    }

    private bool Describe(TaskFacts facts)
    {
        IsAdded = Task is null;
        if (Task is null)
        {
            Task = BusinessTask.New(connector.TenantId, fed.Code?.Trim() ?? "", facts);
            db.Add(Task);
        }

        if (Task.SourceSystem is null)
        {
            Task.FeedFrom(connector.System, fed.Key!);
        }

        var changed = Task.Describe(facts) | Lead();
        var partners = Or(fed.Partners, Task.PartnerText);
        Partners = partners == Task.PartnerText ? null
            : [.. TaskText.Names(partners).Select(known.Units.Find).Where(u => u.Count == 1).Select(u => u[0].Id).Where(id => id != Task.LeadUnitId).Distinct()];
        return Task.NameUnits(Or(fed.Lead, Task.LeadText), partners) | changed;
    }

    // Told who leads, the platform follows where that is new; whom people gave the task to since keeps it. Not told, the token's own unit leads, or nobody yet for a whole tree.
    private bool Lead()
    {
        var (text, before) = (fed.Lead?.Trim() ?? "", Task!.LeadUnitId);
        if (text.Length == 0 ? !IsAdded : before is not null && text == Task.LeadText)
        {
            return false;
        }

        var found = text.Length == 0 ? [] : known.Units.Find(text).Where(u => u.MayLead).ToList();
        if (found is [var one])
        {
            Task.Assign(known.Leads[one.Id]);
        }
        else if (text.Length == 0 && !connector.Scope.SeesUnclaimed())
        {
            Task.Assign(known.Leads[connector.UnitId]);
        }
        else if (text.Length > 0 && !connector.Scope.SeesUnclaimed())
        {
            Wrong("lead", $"令牌的范围里没有“{text}”。请送行政单位的编码或名称。");
        }

        return Task.LeadUnitId != before;
    }

    private bool End()
    {
        if (fed.Cancelled?.Trim() is { Length: > 0 } reason && refusals.Count == 0)
        {
            if (!string.IsNullOrWhiteSpace(fed.Done) || TaskText.TooLong("原因", reason, BusinessTask.NoteLength) is not null)
            {
                Wrong("cancelled", $"取消的写原因，{BusinessTask.NoteLength} 字以内，不再写办结日期。");
                return false;
            }

            Task!.Cancel(reason);
            return true;
        }

        if (string.IsNullOrWhiteSpace(fed.Done) || refusals.Count > 0)
        {
            return false;
        }

        if (!DayText.TryRead(fed.Done.Trim(), out var day) || day is null || day > Today || day < Task!.StartDay)
        {
            Wrong("done", $"办结日期要在 {DayText.Write(Task!.StartDay)} 到今天之间，写成 2026-10-16 的样子。");
            return false;
        }

        Task.Complete(day.Value);
        return true;
    }

    private void Wrong(string field, string message) => refusals.Add(FedCheck.Fault($"{path}.{field}", message));

    private static string Or(string? told, string? before) => told is null ? before ?? "" : told.Trim();

    private static string NameOf(string field) => field switch
    {
        nameof(TaskValues.PlanYear) => "year",
        nameof(TaskValues.SourceDocument) => "document",
        nameof(TaskValues.StartDay) => "start",
        nameof(TaskValues.DueDay) => "due",
        _ => field.ToLowerInvariant(),
    };
}
