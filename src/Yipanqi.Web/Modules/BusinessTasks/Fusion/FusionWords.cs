using Yipanqi.Engine.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Stages, states and kinds as a person reads them.</summary>
public static class FusionWords
{
    public static string Of(TaskStage stage) => stage switch
    {
        TaskStage.Plan => "谋划",
        TaskStage.Deploy => "部署",
        TaskStage.Implement => "落实",
        TaskStage.Inspect => "检查",
        _ => "考核",
    };

    public static string Of(StageState state) => state switch
    {
        StageState.Joined => "双轨到位",
        StageState.PartyMissing => "缺党建",
        StageState.BusinessMissing => "缺业务",
        StageState.BothMissing => "两轨均缺",
        _ => "未到期",
    };

    public static string Of(FusionState state) => state == FusionState.Live ? "在推进" : "已结束";
}
