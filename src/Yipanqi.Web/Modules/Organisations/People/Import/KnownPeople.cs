using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>What the database knows of the people and units that a file names: five commands, however many rows.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<string, KnownPerson> byCode;
    private readonly Dictionary<string, string> codeByIdentity;

    private KnownPeople(Dictionary<string, KnownPerson> byCode, Dictionary<string, string> codeByIdentity, KnownUnits units, NumberSeal? seal) =>
        (this.byCode, this.codeByIdentity, Units, Seal) = (byCode, codeByIdentity, units, seal);

    public KnownUnits Units { get; }

    /// <summary>Null as long as no number was ever stored.</summary>
    public NumberSeal? Seal { get; }

    public static async Task<KnownPeople> LoadAsync(YipanqiDb db, Actor actor, PersonalSeal seal, IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var codes = rows.Select(r => r[PersonFields.StaffCode]).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var numbers = await seal.ForReadingAsync(db, cancellation);
        var people = await PeopleAsync(db, actor, codes, cancellation);
        var identities = numbers is null ? [] : rows.Select(r => NumberText.Normal(r[PersonFields.Identity])).Where(n => n.Length > 0).Select(numbers.Hash).Distinct(StringComparer.Ordinal).ToArray();
        var owners = identities.Length == 0 ? [] : await db.Set<PersonDetail>().Where(d => EF.Parameter(identities).Contains(d.IdentityHash))
            .Select(d => new { d.IdentityHash, d.StaffCode }).ToDictionaryAsync(d => d.IdentityHash!, d => d.StaffCode, StringComparer.Ordinal, cancellation);
        var named = rows.SelectMany(r => new[] { r[PersonFields.Branch], r[PersonFields.WorkUnit] }).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var ids = people.Values.SelectMany(p => new[] { p.BranchId, p.Facts.WorkUnitId }).OfType<Guid>().Distinct().ToList();
        return new KnownPeople(people, owners, await KnownUnits.LoadAsync(db, actor, named, ids, cancellation), numbers);
    }

    public KnownPerson? ByCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Staff code of the person who has this identity number already.</summary>
    public string? OwnerOf(string identity) => Seal is null ? null : codeByIdentity.GetValueOrDefault(Seal.Hash(identity));

    private static async Task<Dictionary<string, KnownPerson>> PeopleAsync(YipanqiDb db, Actor actor, string[] codes, CancellationToken cancellation)
    {
        var managed = (await db.Details(actor, Permission.ManagePeople).Where(d => EF.Parameter(codes).Contains(d.StaffCode)).Select(d => d.PersonId).ToListAsync(cancellation)).ToHashSet();
        var details = await (
            from d in db.Set<PersonDetail>()
            where EF.Parameter(codes).Contains(d.StaffCode)
            join p in db.Set<Person>() on new { d.TenantId, Id = d.PersonId } equals new { p.TenantId, p.Id }
            select new { Detail = d, p.Name }).AsNoTracking().ToListAsync(cancellation);
        var ids = details.ConvertAll(d => d.Detail.PersonId).ToArray();
        var stays = (await db.Set<Membership>().Where(m => EF.Parameter(ids).Contains(m.PersonId)).Select(m => new { m.PersonId, m.FromDay, m.ToDay }).ToListAsync(cancellation)).ToLookup(m => m.PersonId);
        return details.ToDictionary(
            d => d.Detail.StaffCode,
            d => new KnownPerson(
                d.Detail.PersonId, managed.Contains(d.Detail.PersonId), d.Name, d.Detail.Facts, d.Detail.BranchId,
                stays[d.Detail.PersonId].Where(s => s.ToDay is null).Select(s => (DateOnly?)s.FromDay).SingleOrDefault(), stays[d.Detail.PersonId].Max(s => s.ToDay),
                d.Detail.PhoneMasked, d.Detail.PhoneHash, d.Detail.IdentityMasked, d.Detail.IdentityHash ?? ""),
            StringComparer.Ordinal);
    }
}
