using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>How far a due day is, in working days: 还剩 3 个工作日; 逾期 4 个工作日.</summary>
public static class DueDayText
{
    public static string Of(T T, DateOnly due, bool isProvisional, DateOnly today, WorkingCalendar calendar)
    {
        if (isProvisional)
        {
            return T["暂定，待放假安排公布后重新计算"];
        }

        if (due == today)
        {
            return T["今天到期"];
        }

        var days = calendar.WorkingDaysBetween(today, due);
        return due > today ? T["还剩 {0} 个工作日", days] : T["逾期 {0} 个工作日", -days];
    }
}
