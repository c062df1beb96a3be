namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>A Party organisation with what the check found; nothing found means that all rules are kept.</summary>
public sealed record CheckedUnit(UnitFacts Unit, IReadOnlyList<StructureFinding> Findings)
{
    public bool IsFine => Findings.Count == 0;

    public bool HasBreach => Findings.Any(f => !f.IsNotice);
}
