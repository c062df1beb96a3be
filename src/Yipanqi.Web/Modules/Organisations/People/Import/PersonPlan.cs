using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>What a file of people means: each row understood, checked and compared with what is known. Preview and import make the same plan.</summary>
internal sealed class PersonPlan
{
    private readonly DateOnly today;
    private readonly DateOnly defaultDay;
    private readonly Dictionary<string, int> firstRow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> firstIdentity = new(StringComparer.Ordinal);

    private PersonPlan(KnownPeople known, DateOnly today, DateOnly defaultDay, IReadOnlyList<PlannedPerson> rows) =>
        (Known, this.today, this.defaultDay, Rows) = (known, today, defaultDay, rows);

    public KnownPeople Known { get; }

    public IReadOnlyList<PlannedPerson> Rows { get; }

    public static async Task<PersonPlan> MakeAsync(
        YipanqiDb db, Actor actor, PersonalSeal seal, IReadOnlyList<ImportRow> rows, DateOnly today, DateOnly defaultDay, CancellationToken cancellation)
    {
        var known = await KnownPeople.LoadAsync(db, actor, seal, rows, cancellation);
        var plan = new PersonPlan(known, today, defaultDay, [.. rows.Select(r => new PlannedPerson(r))]);
        foreach (var person in plan.Rows)
        {
            plan.Identify(person);
            plan.ReadFacts(person);
            plan.ReadBranch(person);
            plan.ReadNumbers(person);
            PersonChanges.Compare(plan, person);
        }

        return plan;
    }

    private void Identify(PlannedPerson person)
    {
        var code = person.StaffCode;
        person.Wrong(PersonFields.StaffCode, PersonText.StaffCodeFault(code));
        if (code.Length > 0 && !firstRow.TryAdd(code, person.Row.Number))
        {
            person.Wrong(PersonFields.StaffCode, $"工号 {code} 和第 {firstRow[code]} 行重复。请改一个，或只留一行。");
        }

        person.Existing = Known.ByCode(code);
        if (person.Existing is { InScope: false })
        {
            person.Wrong(PersonFields.StaffCode, $"工号 {code} 已用于您管理范围以外的人。请核对工号，或请工委导入。");
            person.Existing = null;
        }

        person.Name = Or(person.Row[PersonFields.Name], person.Existing?.Name ?? "");
        person.Wrong(PersonFields.Name, PersonText.NameFault(person.Row[PersonFields.Name]));
    }

    // An empty cell leaves what is known.
    private void ReadFacts(PlannedPerson person)
    {
        var (row, known) = (person.Row, person.Existing?.Facts);
        var (status, gender, birth) = (row[PersonFields.Status], row[PersonFields.Gender], row[PersonFields.BirthMonth]);
        person.Wrong(PersonFields.Status, PersonText.StatusFault(status));
        person.Wrong(PersonFields.Gender, PersonText.GenderFault(gender));
        person.Wrong(PersonFields.BirthMonth, PersonText.MonthFault(birth, today));
        person.Wrong(PersonFields.JoinedDay, PersonText.DayFault("入党日期", row[PersonFields.JoinedDay], today));
        person.Wrong(PersonFields.FullMemberDay, PersonText.DayFault("转正日期", row[PersonFields.FullMemberDay], today));
        _ = PartyWords.TryRead(status, out PartyStatus readStatus);
        _ = PartyWords.TryRead(gender, out Gender readGender);
        _ = DayText.TryReadMonth(birth, out var readBirth);
        _ = DayText.TryRead(row[PersonFields.JoinedDay], out var joined);
        _ = DayText.TryRead(row[PersonFields.FullMemberDay], out var full);
        person.Facts = new PersonFacts(
            person.StaffCode, gender.Length > 0 ? readGender : known?.Gender ?? Gender.Unknown, readBirth ?? known?.BirthMonth, readStatus,
            joined ?? known?.JoinedDay, full ?? known?.FullMemberDay, WorkUnitOf(person), KeyPostOf(person));
        if (person.Faults.Count == 0)
        {
            person.Wrong(PersonFields.FullMemberDay, PersonText.DaysFault(readStatus, person.Facts.JoinedDay, person.Facts.FullMemberDay));
        }
    }

    private Guid? WorkUnitOf(PlannedPerson person)
    {
        var asked = person.Row[PersonFields.WorkUnit];
        if (asked.Length == 0)
        {
            return person.Existing?.Facts.WorkUnitId;
        }

        var (unit, fault) = Known.Units.Find(asked, Track.Administrative);
        person.Wrong(PersonFields.WorkUnit, fault);
        return unit?.Id;
    }

    private static bool KeyPostOf(PlannedPerson person)
    {
        var answer = person.Row[PersonFields.KeyPost];
        person.Wrong(PersonFields.KeyPost, answer is "" or "是" or "否" or "√" ? null : $"“{answer}”读不懂。请填“是”或“否”。");
        return answer.Length == 0 ? person.Existing?.Facts.IsKeyPost ?? false : answer is "是" or "√";
    }

    private void ReadBranch(PlannedPerson person)
    {
        var (asked, told) = (person.Row[PersonFields.Branch], person.Row[PersonFields.BranchFrom]);
        var isMember = PartyWords.IsMember(person.Facts.Status);
        person.Wrong(PersonFields.BranchFrom, PersonText.DayFault("进入支部日期", told, today));
        if (asked.Length == 0)
        {
            var missing = isMember && person.Existing is null;
            person.Wrong(PersonFields.Branch, missing ? "党员要编入一个支部。请填支部的编码或名称。" : null);
            person.Wrong(PersonFields.Status, !isMember && person.Existing?.BranchId is not null ? "此人在支部有组织关系。请先在此人的页面上终止组织关系，再改党员身份。" : null);
            person.Wrong(PersonFields.WorkUnit, !isMember && person.Existing is null && person.Row[PersonFields.WorkUnit].Length == 0 ? "不是党员的要填工作单位，否则没有人能管理这条记录。" : null);
            return;
        }

        var (branch, fault) = Known.Units.Find(asked, Track.Party);
        person.Wrong(PersonFields.Branch, isMember ? fault : $"{PartyWords.Of(person.Facts.Status)}没有组织关系。请清空这一格，或改党员身份。");
        person.Branch = branch;
        _ = DayText.TryRead(told, out var day);
        person.BranchFrom = day ?? defaultDay;
        if (person.Moves)
        {
            person.Wrong(PersonFields.BranchFrom, MoveMember.DayFault(person.BranchFrom, today, person.Existing?.BranchFrom, person.Existing?.LastDay));
        }
    }

    private void ReadNumbers(PlannedPerson person)
    {
        var known = person.Existing;
        person.Phone = Number(person, PersonFields.Phone, known?.PhoneMasked ?? "", known?.PhoneHash ?? "", NumberText.PhoneFault);
        person.Identity = Number(person, PersonFields.Identity, known?.IdentityMasked ?? "", known?.IdentityHash ?? "", NumberText.IdentityFault);
        if (person.Identity is not { Length: > 0 } identity)
        {
            return;
        }

        if (!firstIdentity.TryAdd(identity, person.Row.Number))
        {
            person.Wrong(PersonFields.Identity, $"身份证号和第 {firstIdentity[identity]} 行相同。请核对两行是不是同一个人。");
        }

        if (Known.OwnerOf(identity) is { } owner && owner != person.StaffCode)
        {
            person.Wrong(PersonFields.Identity, "这个身份证号已登记在另一个工号名下。请核对；同一个人请用原来的工号。");
        }
    }

    // Null where there is nothing to store: an empty cell, the number already known, or its masked form as the export writes it.
    private string? Number(PlannedPerson person, string field, string masked, string hash, Func<string, string?> fault)
    {
        var number = NumberText.Normal(person.Row[field]);
        if (number.Length == 0 || number == masked)
        {
            return null;
        }

        person.Wrong(field, NumberText.IsMasked(number) ? "带星号的号码和已有的对不上。请填完整号码，或清空这一格。" : fault(number));
        return hash.Length > 0 && Known.Seal?.Hash(number) == hash ? null : number;
    }

    private static string Or(string told, string known) => told.Length > 0 ? told : known;
}
