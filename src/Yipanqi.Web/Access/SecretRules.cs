using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Rules for a new 口令, in the words the person reads.</summary>
public static class SecretRules
{
    public const int MinLength = 10;

    public static async Task<IReadOnlyList<Refusal>> CheckAsync(UserManager<Account> users, string userName, string secret, string field)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return [new Refusal("secret.required", field, "请填写口令。")];
        }

        if (userName.Length > 0 && secret.Contains(userName, StringComparison.OrdinalIgnoreCase))
        {
            return [new Refusal("secret.contains-name", field, "口令里不能含账号，请换一个。")];
        }

        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, new Account { UserName = userName }, secret)).Succeeded)
            {
                return [new Refusal("secret.weak", field, $"口令至少 {MinLength} 位，须有字母和数字。")];
            }
        }

        return [];
    }
}
