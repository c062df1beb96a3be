using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Names of the people who did something, read in one command.</summary>
internal sealed class PersonNames
{
    private readonly Dictionary<Guid, string> names;

    private PersonNames(Dictionary<Guid, string> names) => this.names = names;

    public string Of(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "") : "";

    public static async Task<PersonNames> LoadAsync(YipanqiDb db, IEnumerable<Guid?> people, CancellationToken cancellation)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        return new(await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation));
    }
}
