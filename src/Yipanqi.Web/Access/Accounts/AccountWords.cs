namespace Yipanqi.Web.Access;

/// <summary>States of accounts and kinds of proposals as a person reads them.</summary>
public static class AccountWords
{
    public static string Of(AccountState state) => state switch
    {
        AccountState.Active => "启用",
        AccountState.Pending => "待批准",
        AccountState.Disabled => "停用",
        AccountState.Locked => "锁定",
        _ => $"{Account.UnusedDays} 天未用",
    };

    public static string Of(ProposalKind kind) => kind switch
    {
        ProposalKind.OpenAccount => "开通账号",
        ProposalKind.GrantPost => "增加职务",
        ProposalKind.EndPost => "结束职务",
        ProposalKind.ResetSecret => "重置口令",
        _ => "恢复账号",
    };

    public static string Of(ProposalStatus status) => status switch
    {
        ProposalStatus.Open => "待批准",
        ProposalStatus.Approved => "已批准",
        ProposalStatus.Refused => "未批准",
        _ => "已撤回",
    };
}
