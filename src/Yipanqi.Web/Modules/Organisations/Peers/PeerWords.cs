using Yipanqi.Web.Access;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>Rules of peer groups in words.</summary>
public static class PeerWords
{
    public static string Of(PeerFit fit) => fit switch
    {
        PeerFit.OtherKind => "类别不符",
        PeerFit.TooSmall => "人数偏少",
        PeerFit.TooLarge => "人数偏多",
        _ => "符合",
    };

    public static string RuleOf(T t, PeerGroupLine group)
    {
        var size = (group.LeastMembers, group.MostMembers) switch
        {
            ({ } least, { } most) => t["党员 {0}–{1} 人", least, most],
            ({ } least, null) => t["党员 {0} 人以上", least],
            (null, { } most) => t["党员 {0} 人以下", most],
            _ => "",
        };
        var parts = new[] { group.KindWords.Length > 0 ? t["类别含“{0}”", group.KindWords] : "", size }.Where(p => p.Length > 0).ToList();
        return parts.Count > 0 ? string.Join(t["；"], parts) : t["没有写规则"];
    }
}
