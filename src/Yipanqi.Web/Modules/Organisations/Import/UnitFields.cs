using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.Import;

/// <summary>The columns of a list of units; the export of the unit list has the same heads.</summary>
internal static class UnitFields
{
    public const string Code = "code";
    public const string Name = "name";
    public const string ShortName = "short_name";
    public const string Kind = "kind";
    public const string Track = "track";
    public const string Parent = "parent";
    public const string Sort = "sort";
    public const string PeerGroup = "peer_group";
    public const string Assessed = "assessed";
    public const string Links = "links";
    public const string Note = "note";

    public static readonly IReadOnlyList<ImportField> All =
    [
        new(Code, "编码", true, "单位自己的编码，全平台不重复。再次导入时按它认出同一个单位。",
            ["id", "单位编码", "组织编码", "机构编码", "代码", "单位代码", "组织机构代码", "行政区划代码", "编号", "单位编号"], ["A01", "A0101"]),
        new(Name, "名称", true, "全称，最多 200 字。",
            ["单位名称", "组织名称", "机构名称", "党组织名称", "党组织全称", "单位全称", "全称", "单位", "部门", "部门名称", "处室名称"], ["示范局", "示范局办公室"]),
        new(ShortName, "简称", false, "最多 60 字。不填则用名称。", ["单位简称", "组织简称", "short name"], ["示范局", "办公室"]),
        new(Kind, "类别", false, "如机关党委、党支部、政府组成部门。", ["类型", "单位类别", "单位类型", "组织类别", "机构类别", "单位性质", "level"], ["政府组成部门", "内设机构"]),
        new(Track, "组织线", false, "填“党组织”或“行政”。不对应这一列则用上一步选的。", ["党组织或行政", "单位线", "组织体系"], ["行政", "行政"]),
        new(Parent, "上级单位", false, "上级的编码或名称，可以是同一文件里的单位。空着则挂在上一步选的上级之下。",
            ["上级", "上级编码", "上级单位编码", "上级名称", "上级单位名称", "上级组织", "上级党组织", "所属单位", "主管单位", "隶属单位", "parent_code"], ["", "A01"]),
        new(Sort, "排序", false, "0 到 1000000 的整数，小的在前。不填按文件里的先后。", ["序号", "顺序", "排序号", "显示顺序", "order"], ["1", "2"]),
        new(PeerGroup, "同类组", false, "同组的单位互相比较排名。没有的组会新建。可以和“类别”选同一列。", ["考核组", "考评组", "考核分组", "分组", "组别", "考核类别"], ["政府组成部门", ""]),
        new(Assessed, "参加考评", false, "填“是”或“否”。不对应这一列则用上一步选的。", ["是否参评", "是否参加考评", "是否考核", "是否考核对象", "考评对象", "参评"], ["是", "否"]),
        new(Links, "对应行政单位编码", false, "只用于党组织：它所在的行政单位，多个用顿号分开。填了就以此为准。", ["对应行政单位", "行政单位编码", "关联行政单位", "所在行政单位编码"], ["", ""]),
        new(Note, "备注", false, "最多 2000 字。", ["说明", "附注", "remark", "remarks"], ["", ""]),
    ];
}
