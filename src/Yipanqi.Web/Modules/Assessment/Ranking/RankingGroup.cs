namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A peer group that can be picked.</summary>
/// <param name="Count">Organisations the actor sees in it.</param>
/// <param name="Ranked">How many organisations the whole group ranks; 0 where it is not ranked.</param>
public sealed record RankingGroup(Guid? Id, string Name, int Count, int Ranked);
