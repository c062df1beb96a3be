namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>What forms and imports of Party measures ask alike.</summary>
internal static class MeasureText
{
    public static readonly DateOnly Earliest = new(2000, 1, 1);
    public static readonly DateOnly Latest = new(2100, 12, 31);

    public static string Of(MeasureState state) => state == MeasureState.Active ? "在用" : "已撤回";
}
