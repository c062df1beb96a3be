using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>What the texts of a person may be, for forms and imports alike: the sentence for the reader, or null where all is well.</summary>
public static class PersonText
{
    public const int NameLength = 60;
    public const int StaffCodeLength = 40;
    public const int NoteLength = 200;

    public static string? NameFault(string name) => name.Length == 0 ? "姓名没有填。" : UnitText.TooLong("姓名", name, NameLength);

    public static string? StaffCodeFault(string code) => code switch
    {
        "" => "工号没有填。平台用它认出同一个人。",
        _ when code.Length > StaffCodeLength => $"工号有 {code.Length} 字，最多 {StaffCodeLength} 字。",
        _ when code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) => "工号里不能有空格或换行。请删去。",
        _ => null,
    };

    public static string? StatusFault(string text) => PartyWords.TryRead(text, out PartyStatus _)
        ? null
        : text.Length == 0 ? "党员身份没有填。请填正式党员、预备党员、入党积极分子或群众。" : $"“{text}”不是党员身份。请填正式党员、预备党员、入党积极分子或群众。";

    public static string? GenderFault(string text) => PartyWords.TryRead(text, out Gender _) ? null : $"“{text}”读不懂。请填“男”或“女”。";

    public static string? DayFault(string label, string text, DateOnly today) => !DayText.TryRead(text, out var day)
        ? $"{label}“{text}”不是日期。请写成 2021-07-01 的样子。"
        : day > today ? $"{label}不能晚于今天。" : null;

    public static string? MonthFault(string text, DateOnly today) => !DayText.TryReadMonth(text, out var month)
        ? $"出生年月“{text}”读不准。请写成 1985-01 的样子。"
        : month > today ? "出生年月不能晚于今天。" : null;

    /// <summary>Whether the days fit the status: (field is the later day, sentence), or null.</summary>
    public static string? DaysFault(PartyStatus status, DateOnly? joined, DateOnly? full) => (status, joined, full) switch
    {
        (PartyStatus.Applicant or PartyStatus.NonMember, not null, _) or (PartyStatus.Applicant or PartyStatus.NonMember, _, not null) =>
            $"{PartyWords.Of(status)}没有入党日期和转正日期。请清空，或改党员身份。",
        (PartyStatus.ProbationaryMember, _, not null) => "预备党员还没有转正日期。请清空，或把党员身份改为正式党员。",
        (_, { } j, { } f) when f < j => "转正日期早于入党日期。请核对两个日期。",
        _ => null,
    };

    /// <summary>Refusals of a form, at its fields; with the facts where there are none. The work unit is found elsewhere.</summary>
    public static (List<Refusal> Refusals, PersonFacts Facts) Read(PersonValues values, DateOnly today)
    {
        var refusals = new List<Refusal>();
        Add("Name", NameFault(values.Name));
        Add("StaffCode", StaffCodeFault(values.StaffCode));
        Add("Gender", GenderFault(values.Gender));
        Add("BirthMonth", MonthFault(values.BirthMonth, today));
        Add("Status", StatusFault(values.Status));
        Add("JoinedDay", DayFault("入党日期", values.JoinedDay, today));
        Add("FullMemberDay", DayFault("转正日期", values.FullMemberDay, today));
        Add("Phone", NumberText.PhoneFault(NumberText.Normal(values.Phone ?? "")));
        Add("Identity", NumberText.IdentityFault(NumberText.Normal(values.Identity ?? "")));
        _ = PartyWords.TryRead(values.Status, out PartyStatus status);
        _ = PartyWords.TryRead(values.Gender, out Gender gender);
        _ = DayText.TryReadMonth(values.BirthMonth, out var birth);
        _ = DayText.TryRead(values.JoinedDay, out var joined);
        _ = DayText.TryRead(values.FullMemberDay, out var full);
        if (refusals.Count == 0)
        {
            Add("FullMemberDay", DaysFault(status, joined, full));
        }

        return (refusals, new PersonFacts(values.StaffCode, gender, birth, status, joined, full, null, values.IsKeyPost));

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(new Refusal("person.text", field, message));
            }
        }
    }
}
