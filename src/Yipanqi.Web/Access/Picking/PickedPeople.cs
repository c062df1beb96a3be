using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Finds the person a picker means. One whom the actor does not see is as absent as one who never was.</summary>
public static class PickedPeople
{
    public static async Task<Outcome<Person>> FindPickedPersonAsync(
        this YipanqiDb db, Actor actor, Permission permission, Picked? picked, string field, DateOnly today, CancellationToken cancellation)
    {
        if (picked is null || picked.IsEmpty)
        {
            return new Refusal("pick.missing", field, "请填姓名。");
        }

        var (id, text) = (picked.Key, picked.Typed);
        var found = await db.PeopleWithin(actor, permission, today).Where(p => p.Id == id || p.Name == text)
            .OrderBy(p => p.Id != id).ThenBy(p => p.Id).Take(3).ToListAsync(cancellation);
        var chosen = found.Find(p => p.Id == id && (text.Length == 0 || text == p.Name));
        var named = found.Where(p => p.Name == text).ToList();
        return (chosen, named.Count) switch
        {
            ({ } person, _) => person,
            (null, 1) => named[0],
            (null, 0) => new Refusal("pick.absent", field, $"您管理的范围里没有叫“{text}”的人。请核对姓名，或从名单里选。"),
            _ => new Refusal("pick.ambiguous", field, $"不止一人叫“{text}”，请从名单里选，名单写有各人的单位和职务。"),
        };
    }
}
