namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Posts and states of terms as they are written.</summary>
public static class TermWords
{
    public static string Of(PartyRole role) => role switch
    {
        PartyRole.Secretary => "书记",
        PartyRole.DeputySecretary => "副书记",
        PartyRole.Organisation => "组织委员",
        PartyRole.Publicity => "宣传委员",
        PartyRole.Discipline => "纪检委员",
        _ => "委员",
    };

    public static string Of(SeatKind kind) => kind switch
    {
        SeatKind.Elected => "选举",
        SeatKind.ByElection => "补选",
        _ => "任命",
    };

    public static string Of(TermState state) => state switch
    {
        TermState.Running => "届内",
        TermState.DueSoon => "将到期",
        TermState.Extended => "到期（批准延期）",
        TermState.Overdue => "超期",
        _ => "已换届",
    };
}
