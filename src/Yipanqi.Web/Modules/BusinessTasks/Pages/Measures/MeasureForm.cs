using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages.Measures;

/// <summary>The fields of the forms of a Party measure as they were posted.</summary>
public sealed class MeasureForm
{
    public int Version { get; set; }

    public string? Code { get; set; }

    public Picked? Unit { get; set; }

    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? FromDay { get; set; }

    public string? ToDay { get; set; }

    public Picked? Owner { get; set; }

    public string? Source { get; set; }

    public static MeasureForm Of(MeasureView view) => new()
    {
        Version = view.Version,
        Unit = new() { Text = view.Unit, Id = view.Line.UnitId?.ToString() },
        Kind = view.Line.Kind,
        Name = view.Line.Name,
        Description = view.Line.Description,
        FromDay = DayText.Write(view.Line.FromDay),
        ToDay = DayText.Write(view.Line.ToDay),
        Owner = new() { Text = view.Owner, Id = view.OwnerId?.ToString() },
        Source = view.Line.Source,
    };

    public MeasureInput ToInput() =>
        new(Unit, TaskForm.Trim(Kind), TaskForm.Trim(Name), TaskForm.Trim(Description), TaskForm.Trim(FromDay), TaskForm.Trim(ToDay), Owner, TaskForm.Trim(Source));
}
