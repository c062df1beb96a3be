namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>What a row changes in a person who is known, told as old → new; numbers are not told.</summary>
internal static class PersonChanges
{
    public static void Compare(PersonPlan plan, PlannedPerson person)
    {
        if (person.Existing is not { } known)
        {
            return;
        }

        var (before, after, units) = (known.Facts, person.Facts, plan.Known.Units);
        Add("姓名", known.Name, person.Name);
        Add("性别", PartyWords.Of(before.Gender), PartyWords.Of(after.Gender));
        Add("出生年月", DayText.WriteMonth(before.BirthMonth), DayText.WriteMonth(after.BirthMonth));
        Add("党员身份", PartyWords.Of(before.Status), PartyWords.Of(after.Status));
        Add("入党日期", DayText.Write(before.JoinedDay), DayText.Write(after.JoinedDay));
        Add("转正日期", DayText.Write(before.FullMemberDay), DayText.Write(after.FullMemberDay));
        Add("重点岗位", before.IsKeyPost ? "是" : "否", after.IsKeyPost ? "是" : "否");
        Tell("工作单位", before.WorkUnitId != after.WorkUnitId, units.ById(before.WorkUnitId)?.Name ?? "", units.ById(after.WorkUnitId)?.Name ?? "");
        Tell("所在支部", person.Moves, units.ById(known.BranchId)?.Name ?? "", person.Branch?.Name ?? "");
        person.Changes.AddRange(person.Phone is null ? [] : ["电话"]);
        person.Changes.AddRange(person.Identity is null ? [] : ["身份证号"]);

        void Add(string label, string old, string now) => Tell(label, old != now, old, now);

        void Tell(string label, bool differs, string old, string now)
        {
            if (differs)
            {
                person.Changes.Add($"{label} {(old.Length > 0 ? old : "（空）")} → {(now.Length > 0 ? now : "（空）")}");
            }
        }
    }
}
