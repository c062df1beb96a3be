namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>One finding with the rule it rests on. Notices ask to look ahead; all others do not agree with a rule.</summary>
public sealed record StructureFinding(FindingKind Kind, string Text, StructureRule Rule)
{
    public bool IsNotice => Kind is FindingKind.CommitteeUnusual or FindingKind.Extended or FindingKind.DueSoon or FindingKind.KindUnknown;
}
