using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Milestones;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>Milestones, figures and values of one task of a batch.</summary>
internal sealed class FedParts(YipanqiDb db, FedKnown known, BusinessTask task, string system, DateTime nowUtc, Action<string, string> wrong)
{
    /// <summary>Milestones taken away, by the task's code and their titles.</summary>
    public List<string> Removed { get; } = [];

    private readonly DateOnly today = ChinaTime.DayOf(nowUtc);

    /// <summary>True where something did change.</summary>
    public bool Apply(FedTask fed)
    {
        var changed = false;
        var milestones = known.MilestonesOf(task).ToList();
        foreach (var (told, index) in (fed.Milestones ?? []).Select((m, i) => (m!, i)))
        {
            changed |= Step(told, $"milestones[{index}]", milestones);
        }

        var figures = known.FiguresOf(task);
        foreach (var (told, index) in (fed.Figures ?? []).Select((f, i) => (f!, i)))
        {
            changed |= Figure(told, $"figures[{index}]", figures);
        }

        return changed;
    }

    private bool Step(FedMilestone told, string at, List<Milestone> milestones)
    {
        var milestone = milestones.Find(m => m.SourceKey == told.Key);
        if (told.Removed)
        {
            return Remove(milestone, at, milestones);
        }

        // What people entered with this title is taken over; only what the system told itself it may take away.
        milestone ??= milestones.Find(m => m.SourceKey is null && m.Title == told.Title?.Trim());

        var read = MilestoneText.Read(new MilestoneValues(
            (told.Title ?? milestone?.Title ?? "").Trim(), (told.From ?? DayText.Write(milestone?.PlannedFrom)).Trim(), (told.Due ?? DayText.Write(milestone?.DueDay)).Trim()));
        if (!Fits(read, at))
        {
            return false;
        }

        DateOnly? done = milestone?.DoneDay;
        if (told.Done is not null && (!DayText.TryRead(told.Done.Trim(), out done) || MilestoneText.DoneFault("done", done, task, today) is not null))
        {
            wrong($"{at}.done", $"完成日期要在 {DayText.Write(task.StartDay)} 到今天之间，写成 2026-10-16 的样子。");
            return false;
        }

        if (milestone is null)
        {
            milestone = Milestone.New(task, milestones.Select(m => m.Number).DefaultIfEmpty(0).Max() + 1, read.Value.Title, read.Value.PlannedFrom, read.Value.DueDay);
            milestones.Add(milestone);
            db.Add(milestone);
        }

        var isNew = milestone.SourceKey is null;
        if (isNew)
        {
            milestone.FeedFrom(told.Key!);
        }

        var changed = milestone.Describe(read.Value.Title, read.Value.PlannedFrom, read.Value.DueDay) | milestone.Meet(done) | isNew;
        if (changed)
        {
            milestone.Heard(nowUtc);
        }

        return changed;
    }

    private bool Remove(Milestone? milestone, string at, List<Milestone> milestones)
    {
        if (milestone?.DoneDay is not null)
        {
            wrong($"{at}.removed", "这个节点已经完成，不删。记错的，请先送空的完成日期。");
            return false;
        }

        if (milestone is null)
        {
            return false;
        }

        db.Remove(milestone);
        Removed.Add($"{task.Code} {milestone.Title}");
        return milestones.Remove(milestone);
    }

    private bool Figure(FedFigure told, string at, IReadOnlyList<KeyFigure> figures)
    {
        var figure = figures.FirstOrDefault(f => f.Code == told.Code);
        var read = FigureText.Read(
            new FigureValues(
                told.Code!, (told.Name ?? figure?.Name ?? "").Trim(), (told.Unit ?? figure?.Unit ?? "").Trim(), told.Direction ?? figure?.Direction switch { FigureDirection.Cost => "cost", _ => "benefit" },
                (told.Target ?? figure?.Target) is { } target ? target.ToString("0.###############", System.Globalization.CultureInfo.InvariantCulture) : "", (told.Due ?? DayText.Write(figure?.DueDay)).Trim()),
            task);
        if (!Fits(read, at))
        {
            return false;
        }

        var facts = read.Value with { Target = told.Target ?? figure?.Target ?? read.Value.Target };
        var isNew = figure is null;
        if (figure is null)
        {
            figure = KeyFigure.New(task, told.Code!, facts);
            db.Add(figure);
        }

        var changed = figure.Describe(facts) | isNew;
        foreach (var (value, index) in (told.Values ?? []).Select((v, i) => (v, i)))
        {
            changed |= Tell(figure, value, $"{at}.values[{index}]");
        }

        return changed;
    }

    private bool Tell(KeyFigure figure, FedValue? told, string at)
    {
        if (!DayText.TryRead(told?.Day?.Trim() ?? "", out var day) || FigureText.DayFault("day", day, task, today) is not null || told?.Value is not { } value || !double.IsFinite(value))
        {
            wrong(at, $"截至日期要在 {DayText.Write(task.StartDay)} 到今天之间，写成 2026-09-30 的样子；值是一个数。");
            return false;
        }

        if (known.ValueOf(figure, day!.Value) == value)
        {
            return false;
        }

        db.Add(KeyFigureValue.New(figure, day.Value, value, system, nowUtc));
        return true;
    }

    private bool Fits<T>(Outcome<T> read, string at)
    {
        foreach (var refusal in read.Refusals)
        {
            wrong($"{at}.{NameOf(refusal.Field)}", refusal.Message);
        }

        return read.IsDone;
    }

    private static string NameOf(string field) => field switch
    {
        nameof(MilestoneValues.PlannedFrom) => "from",
        nameof(MilestoneValues.DueDay) => "due",
        _ => field.ToLowerInvariant(),
    };
}
