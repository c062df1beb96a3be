using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages;

/// <summary>The fields of a key task as they were posted.</summary>
public sealed class TaskForm
{
    public string? Code { get; set; }

    public Picked? Lead { get; set; }

    public string? PlanYear { get; set; }

    public string? Title { get; set; }

    public string? Content { get; set; }

    public string? Importance { get; set; }

    public string? SourceDocument { get; set; }

    public string? StartDay { get; set; }

    public string? DueDay { get; set; }

    public string? Note { get; set; }

    public string? Partners { get; set; }

    public int Version { get; set; }

    public static TaskForm Of(TaskView view) => new()
    {
        PlanYear = $"{view.Task.PlanYear}",
        Title = view.Task.Title,
        Content = view.Task.Content,
        Importance = view.Task.Importance.ToString(),
        SourceDocument = view.Task.SourceDocument,
        StartDay = DayText.Write(view.Task.StartDay),
        DueDay = view.Task.IsDueDerived ? "" : DayText.Write(view.Task.DueDay),
        Note = view.Task.Note,
        Partners = view.Task.PartnerText,
        Version = view.Version,
    };

    public TaskValues ToValues() =>
        new(Trim(PlanYear), Trim(Title), Trim(Content), Trim(Importance), Trim(SourceDocument), Trim(StartDay), Trim(DueDay), Trim(Note), Trim(Partners));

    internal static string Trim(string? text) => text?.Trim().Replace("\r\n", "\n") ?? "";
}
