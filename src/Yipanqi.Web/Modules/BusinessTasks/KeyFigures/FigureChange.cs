using System.Text.Json;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>What the journal keeps of a figure and of a value.</summary>
internal static class FigureChange
{
    public static string Detail(KeyFigure figure) =>
        JsonSerializer.Serialize(new { figure = figure.Code, target = figure.Target, direction = figure.Direction.ToString(), due = figure.DueDay });

    public static string Detail(KeyFigure figure, KeyFigureValue value) =>
        JsonSerializer.Serialize(new { figure = figure.Code, day = value.Day, value = value.Value, source = value.Source });
}
