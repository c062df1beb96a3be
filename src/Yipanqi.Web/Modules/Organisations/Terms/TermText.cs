using System.Globalization;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>What is typed about an election, read and checked: where it is registered and where it is corrected.</summary>
internal static class TermText
{
    private const int MostSeats = 30;
    private const int MostNumber = 99;

    /// <param name="before">The term that this election ends; null where there was none.</param>
    /// <returns>Values of use only where nothing was refused.</returns>
    public static (int Number, DateOnly Elected, int? Seats) Read(string number, string electedDay, string seats, CommitteeTerm? before, DateOnly today, List<Refusal> refusals)
    {
        var fault = electedDay.Length == 0 ? "选举日期没有填。" : PersonText.DayFault("选举日期", electedDay, today);
        Add("ElectedDay", fault);
        _ = DayText.TryRead(electedDay, out var day);
        Add("ElectedDay", before is not null && day <= before.ElectedDay ? $"选举日期要晚于{(before.EndedDay is null ? "本届" : "上一届")}的 {before.ElectedDay:yyyy-MM-dd}。" : null);
        Add("ElectedDay", before is not null && day > before.ElectedDay && day < Earliest(before)
            ? $"{(before.EndedDay is null ? "本届" : "上一届")} {before.DueDay:yyyy-MM-dd} 到期。提前换届要先登记上级的批准（{StructureRules.Current.Rules.ChangeMonths.Document}）。" : null);
        Add("Number", int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which) && which is >= 1 and <= MostNumber ? null : $"届次要填 1 到 {MostNumber} 的整数。");
        var hasSeats = int.TryParse(seats, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is >= 1 and <= MostSeats;
        Add("Seats", seats.Length == 0 || hasSeats ? null : $"批复职数要填 1 到 {MostSeats} 的整数，没有批复的留空。");
        return (which, day ?? today, hasSeats ? told : null);

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(new Refusal("term.text", field, message));
            }
        }
    }

    // 到期前 6 个月起准备换届，在这段时间内选举不算提前；更早的要有批准，批准的日期已写进到期日。
    private static DateOnly Earliest(CommitteeTerm before) => before.DueDay.AddMonths(-StructureRules.Current.Rules.NoticeMonths.Value);
}
