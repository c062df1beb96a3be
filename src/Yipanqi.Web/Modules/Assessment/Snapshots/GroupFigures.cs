namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One peer group among the organisations counted.</summary>
/// <param name="Id">Null for organisations without a peer group.</param>
/// <param name="Ranked">How many organisations the whole group ranks; 0 where it is not ranked.</param>
public sealed record GroupFigures(Guid? Id, int Ranked, LevelTally Levels);
