namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>A figure as a form or a business system writes it.</summary>
/// <param name="Code">Empty for one that is made; does not change later.</param>
/// <param name="DueDay">Empty for the task's own deadline.</param>
public sealed record FigureValues(string Code, string Name, string Unit, string Direction, string Target, string DueDay);
