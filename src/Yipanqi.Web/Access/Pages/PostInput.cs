using System.Globalization;

namespace Yipanqi.Web.Access.Pages;

/// <summary>The fields of a proposed post as they were typed.</summary>
public class PostInput
{
    public string? Unit { get; set; }

    public string? Role { get; set; }

    public string? Title { get; set; }

    public string? FromDay { get; set; }

    public string? Reason { get; set; }

    public ProposedPost ToPost() => new(Text(Unit), Enum.TryParse<PostRole>(Role, out var role) ? role : null, Text(Title), Day(FromDay));

    public static string Text(string? typed) => typed?.Trim() ?? "";

    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(Text(typed), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day : null;
}
