using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages;

/// <summary>The fields of a figure and of a value as they were posted.</summary>
public sealed class FigureForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Unit { get; set; }

    public string? Direction { get; set; }

    public string? Target { get; set; }

    public string? DueDay { get; set; }

    public string? Day { get; set; }

    public string? Value { get; set; }

    public int Version { get; set; }

    public static FigureForm Of(TaskView.Figure figure) => new()
    {
        Code = figure.Code,
        Name = figure.Facts.Name,
        Unit = figure.Facts.Unit,
        Direction = figure.Facts.Direction.ToString(),
        Target = FigureWords.Write(figure.Facts.Target),
        DueDay = DayText.Write(figure.Facts.DueDay),
        Version = figure.Version,
    };

    public FigureValues ToValues() => new(TaskForm.Trim(Code), TaskForm.Trim(Name), TaskForm.Trim(Unit), TaskForm.Trim(Direction), TaskForm.Trim(Target), TaskForm.Trim(DueDay));
}
