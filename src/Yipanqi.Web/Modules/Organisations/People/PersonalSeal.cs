using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Encrypts telephone and identity numbers before they reach the database (个人信息保护法第五十一条：加密、去标识化).</summary>
public sealed class PersonalSeal(IDataProtectionProvider protection)
{
    private const string Purpose = "yipanqi.person";
    private const int KeyBytes = 32;

    public string Open(Guid tenantId, string text) => text.Length == 0 ? "" : Protector(tenantId).Unprotect(text);

    /// <summary>The tenant's key, made with the first number stored.</summary>
    public async Task<NumberSeal> ForWritingAsync(YipanqiDb db, CancellationToken cancellation)
    {
        if (await ForReadingAsync(db, cancellation) is { } known)
        {
            return known;
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var protector = Protector(db.TenantId);
        db.Add(PersonalKey.New(db.TenantId, protector.Protect(Convert.ToBase64String(key))));
        return new NumberSeal(protector, key);
    }

    /// <summary>Null as long as no number was ever stored.</summary>
    public async Task<NumberSeal?> ForReadingAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var stored = await db.Set<PersonalKey>().Select(k => k.Sealed).SingleOrDefaultAsync(cancellation);
        var protector = Protector(db.TenantId);
        return stored is null ? null : new NumberSeal(protector, Convert.FromBase64String(protector.Unprotect(stored)));
    }

    private IDataProtector Protector(Guid tenantId) => protection.CreateProtector(Purpose, tenantId.ToString("N"));
}
