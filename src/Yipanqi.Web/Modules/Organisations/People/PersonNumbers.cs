using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Stores the numbers a form sent, sealed; refuses one that belongs to another person.</summary>
internal static class PersonNumbers
{
    /// <summary>Null numbers are left as they are. True where something changed.</summary>
    public static async Task<Outcome<bool>> ApplyAsync(YipanqiDb db, PersonalSeal seal, PersonDetail detail, PersonValues values, CancellationToken cancellation)
    {
        if (values is { Phone: null, Identity: null })
        {
            return false;
        }

        var numbers = await seal.ForWritingAsync(db, cancellation);
        var changed = values.Phone is { } phone && detail.SetPhone(numbers.Phone(NumberText.Normal(phone)));
        if (values.Identity is not { } typed)
        {
            return changed;
        }

        var identity = numbers.Identity(NumberText.Normal(typed));
        if (identity.Hash.Length > 0 && await db.Set<PersonDetail>().AnyAsync(d => d.IdentityHash == identity.Hash && d.PersonId != detail.PersonId, cancellation))
        {
            return new Refusal("person.identity", "Identity", "这个身份证号已登记在另一人名下。请核对；同一个人请用原来的工号。");
        }

        return detail.SetIdentity(identity) | changed;
    }
}
