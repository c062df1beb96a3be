using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Journeys.Support;

/// <summary>People of a journey with an account, all with <see cref="Visit.Secret"/>.</summary>
public static class JourneyAccounts
{
    /// <summary>Adds a person with an account and a post; the person's id.</summary>
    public static Guid AddAccount(this YipanqiDb db, string account, string name, Unit unit, PostRole role)
    {
        var made = Account.New(unit.TenantId, account, Visit.Secret, new UpperInvariantLookupNormalizer(), new PasswordHasher<Account>());
        var person = Person.New(unit.TenantId, name, made.Id);
        db.AddRange(made, person, Post.New(person, unit, role, PostRoles.NameOf(role), new DateOnly(2026, 1, 1)));
        return person.Id;
    }
}
