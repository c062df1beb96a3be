namespace Yipanqi.Web.Access;

/// <summary>What an account may be called, in the words the person reads.</summary>
public static class AccountName
{
    public const int MaxLength = 60;

    public const string Absent = "请填写账号。";
    public const string Taken = "这个账号已有人用，请换一个。";

    /// <summary>What is wrong with the name; null where nothing is.</summary>
    public static string? Fault(string name) =>
        name.Length == 0 ? Absent
        : name.Length > MaxLength || !name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@') ? $"账号最多 {MaxLength} 个字，只用字母、数字、汉字和 . - _ @。"
        : null;
}
