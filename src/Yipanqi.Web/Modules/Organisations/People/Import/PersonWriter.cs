using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>Puts a plan without faults into the context. Of people already known only those that change are read as entities.</summary>
internal static class PersonWriter
{
    private const string ImportNote = "名单导入";

    public static async Task<ImportResult> WriteAsync(YipanqiDb db, PersonPlan plan, PersonalSeal seal, CancellationToken cancellation)
    {
        var changed = plan.Rows.Where(r => r.Change != RowChange.Unchanged).ToList();
        var numbers = changed.Any(r => r.Phone is not null || r.Identity is not null) ? await seal.ForWritingAsync(db, cancellation) : null;
        foreach (var row in changed.Where(r => r.Existing is null))
        {
            Add(db, row, numbers);
        }

        var updated = changed.Where(r => r.Existing is not null).ToList();
        await UpdateAsync(db, updated, numbers, cancellation);
        return new ImportResult(changed.Count - updated.Count, updated.Count, plan.Rows.Count - changed.Count, [.. changed.Select(r => r.StaffCode)], "/people");
    }

    private static void Add(YipanqiDb db, PlannedPerson row, NumberSeal? numbers)
    {
        var person = Person.New(db.TenantId, row.Name, null);
        var detail = PersonDetail.New(person, row.Facts);
        SetNumbers(detail, row, numbers);
        db.Add(person);
        db.Add(detail);
        if (row.Branch is { } branch)
        {
            db.Add(Membership.Begin(detail, branch.Id, row.BranchFrom, MembershipKind.Registered, ImportNote));
        }
    }

    private static async Task UpdateAsync(YipanqiDb db, List<PlannedPerson> rows, NumberSeal? numbers, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var ids = rows.Select(r => r.Existing!.Id).ToArray();
        var moving = rows.Where(r => r.Moves).Select(r => r.Existing!.Id).ToArray();
        var people = await db.Set<Person>().Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var details = await db.Set<PersonDetail>().Where(d => EF.Parameter(ids).Contains(d.PersonId)).ToDictionaryAsync(d => d.PersonId, cancellation);
        var stays = await db.Set<Membership>().Where(m => m.ToDay == null && EF.Parameter(moving).Contains(m.PersonId)).ToDictionaryAsync(m => m.PersonId, cancellation);
        foreach (var row in rows)
        {
            var detail = details[row.Existing!.Id];
            people[row.Existing.Id].Rename(row.Name);
            detail.Describe(row.Facts);
            SetNumbers(detail, row, numbers);
            if (row.Moves)
            {
                var stay = stays.GetValueOrDefault(row.Existing.Id);
                var kind = stay is null ? MembershipKind.TransferredIn : MembershipKind.Transferred;
                stay?.End(detail, row.BranchFrom, kind, "");
                db.Add(Membership.Begin(detail, row.Branch!.Id, row.BranchFrom, kind, ImportNote));
            }
        }

        await PartyPosts.EndOutsideAsync(db, rows.Where(r => r.Moves).ToDictionary(r => r.Existing!.Id, r => ((string?)r.Branch!.Path, r.BranchFrom)), cancellation);
    }

    private static void SetNumbers(PersonDetail detail, PlannedPerson row, NumberSeal? numbers)
    {
        if (row.Phone is { } phone)
        {
            detail.SetPhone(numbers!.Phone(phone));
        }

        if (row.Identity is { } identity)
        {
            detail.SetIdentity(numbers!.Identity(identity));
        }
    }
}
