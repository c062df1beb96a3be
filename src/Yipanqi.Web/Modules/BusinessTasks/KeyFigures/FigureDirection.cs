namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

/// <summary>Whether more or less of a figure is better. The number is stored.</summary>
public enum FigureDirection
{
    /// <summary>越高越好.</summary>
    Benefit = 1,

    /// <summary>越低越好, for instance unemployment.</summary>
    Cost = 2,
}
