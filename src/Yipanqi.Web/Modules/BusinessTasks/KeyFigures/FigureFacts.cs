namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>What is told of a figure, without its values.</summary>
public sealed record FigureFacts(string Name, string Unit, FigureDirection Direction, double Target, DateOnly DueDay);
