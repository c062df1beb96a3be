using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>People belong to their branch and to the unit they work in; who has neither any more, to the branches they were in (as <see cref="PersonAccess"/>).</summary>
public sealed class MemberPlaces : IPersonPlaces
{
    public IQueryable<PersonPlace> Of(YipanqiDb db, DateOnly today)
    {
        var details = db.Set<PersonDetail>();
        var branches = details.Where(d => d.BranchId != null).Select(d => new PersonPlace { PersonId = d.PersonId, UnitId = d.BranchId!.Value });
        var works = details.Where(d => d.WorkUnitId != null).Select(d => new PersonPlace { PersonId = d.PersonId, UnitId = d.WorkUnitId!.Value });
        var left = db.Set<Membership>().Where(m => details.Any(d => d.PersonId == m.PersonId && d.BranchId == null && d.WorkUnitId == null))
            .Select(m => new PersonPlace { PersonId = m.PersonId, UnitId = m.UnitId });
        return branches.Concat(works).Concat(left);
    }

    public IQueryable<SearchMatch>? Numbered(YipanqiDb db, Actor actor, string number)
    {
        var (from, to, capital) = (number, SearchCondition.End(number), number.ToUpperInvariant());
        var capitalTo = SearchCondition.End(capital);
        return db.Details(actor, Permission.ViewPeople)
            .Where(d => (string.Compare(d.StaffCode, from) >= 0 && string.Compare(d.StaffCode, to) < 0) || (string.Compare(d.StaffCode, capital) >= 0 && string.Compare(d.StaffCode, capitalTo) < 0))
            .Select(d => new SearchMatch { SubjectId = d.PersonId, Place = d.StaffCode == from || d.StaffCode == capital ? (int)SearchPlace.Code : (int)SearchPlace.Start });
    }
}
