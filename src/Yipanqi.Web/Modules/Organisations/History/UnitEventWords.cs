namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>Changes of units in words.</summary>
public static class UnitEventWords
{
    public static string Of(UnitEventKind kind) => kind switch
    {
        UnitEventKind.Renamed => "更名",
        UnitEventKind.Moved => "移动",
        UnitEventKind.Merged => "并入",
        UnitEventKind.Split => "分出",
        UnitEventKind.Closed => "撤销单位",
        _ => "",
    };

    public static string ActionOf(UnitEventKind kind) => kind switch
    {
        UnitEventKind.Renamed => "unit.renamed",
        UnitEventKind.Moved => "unit.moved",
        UnitEventKind.Merged => "unit.merged",
        UnitEventKind.Split => "unit.split",
        _ => "unit.closed",
    };

    /// <summary>One sentence of the timeline; names as they were.</summary>
    public static string Sentence(UnitEventLine line) => line.Kind switch
    {
        UnitEventKind.Renamed => $"由“{line.Before}”更名为“{line.After}”",
        UnitEventKind.Moved => $"“{line.UnitName}”由“{line.Before}”移到“{line.After}”之下",
        UnitEventKind.Merged => $"“{line.Before}”并入“{line.After}”",
        UnitEventKind.Split => $"从“{line.Before}”分出“{line.After}”",
        _ when line.After.Length > 0 => $"“{line.Before}”撤销，人员转入“{line.After}”",
        _ => $"“{line.Before}”撤销",
    };
}
