namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An item that holds the organisation back.</summary>
public sealed record CardObstacle(string Code, string Name, double Lost, double Obstacle);
