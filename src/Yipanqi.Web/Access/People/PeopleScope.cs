using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>Which people the actor sees: those with a place in a unit where the permission holds.</summary>
public sealed class PeopleScope(IEnumerable<IPersonPlaces> sources, TimeProvider clock)
{
    public IQueryable<PersonPlace> Places(YipanqiDb db, Actor actor, Permission permission)
    {
        var units = db.Set<Unit>().Within(actor, permission, u => u.Path);
        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return sources.Select(s => s.Of(db, today).Where(p => units.Any(u => u.Id == p.UnitId))).Aggregate((some, more) => some.Concat(more));
    }

    public IQueryable<Person> Within(YipanqiDb db, Actor actor, Permission permission)
    {
        var places = Places(db, actor, permission);
        return db.Set<Person>().Where(p => places.Any(place => place.PersonId == p.Id));
    }

    /// <summary>People by the beginning of their number; null where the words are none.</summary>
    public IQueryable<SearchMatch>? Numbered(YipanqiDb db, Actor actor, SearchWords words) =>
        words.Number.Length == 0 ? null : sources.Select(s => s.Numbered(db, actor, words.Number)).OfType<IQueryable<SearchMatch>>().FirstOrDefault();

    /// <summary>The person a picker means. One whom the actor does not see is as absent as one who never was.</summary>
    /// <param name="field">The picker's field, at which a refusal is shown.</param>
    public async Task<Outcome<Person>> FindPickedAsync(YipanqiDb db, Actor actor, Permission permission, Picked? picked, string field, CancellationToken cancellation)
    {
        if (picked is null || picked.IsEmpty)
        {
            return new Refusal("pick.missing", field, "请填姓名或工号。");
        }

        var (id, text) = (picked.Key, picked.Typed);
        var found = await Within(db, actor, permission).Where(p => p.Id == id || p.Name == text).OrderBy(p => p.Id != id).ThenBy(p => p.Id).Take(3).ToListAsync(cancellation);
        var chosen = found.Find(p => p.Id == id && (text.Length == 0 || text == p.Name));
        var named = found.Where(p => p.Name == text).ToList();
        if (chosen is null && named.Count == 0 && Numbered(db, actor, SearchWords.Of(text)) is { } numbered)
        {
            var whole = numbered.Where(m => m.Place == (int)SearchPlace.Code);
            named = await Within(db, actor, permission).Where(p => whole.Any(m => m.SubjectId == p.Id)).Take(1).ToListAsync(cancellation);
        }

        return (chosen, named.Count) switch
        {
            ({ } person, _) => person,
            (null, 1) => named[0],
            (null, 0) => new Refusal("pick.absent", field, AbsentWords(text)),
            _ => new Refusal("pick.ambiguous", field, $"不止一人叫“{text}”，请从名单里选，名单写有各人的单位和职务。"),
        };
    }

    private static string AbsentWords(string text) => text.Length is 0 or > 60 ? "您管理的范围里没有这个人。"
        : SearchWords.Of(text).Number.Length > 0 ? $"您管理的范围里没有工号“{text}”。请核对，或从名单里选。"
        : $"您管理的范围里没有叫“{text}”的人。请核对姓名，或从名单里选。";
}
