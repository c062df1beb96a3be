namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Task forces and pledges in words.</summary>
public static class ForceWords
{
    public static string Of(ForceKind kind) => kind == ForceKind.Vanguard ? "突击队" : "攻关组";

    public static string Of(PledgeState state) => state switch
    {
        PledgeState.Open => "在践诺",
        PledgeState.Told => "待支部确认",
        _ => "已兑现",
    };
}
