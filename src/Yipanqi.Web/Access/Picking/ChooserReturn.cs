using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Access;

/// <summary>Where a chooser page goes back to, with what was chosen in the address; only ever an address of this site.</summary>
public sealed record ChooserReturn(string To, string Field)
{
    public static ChooserReturn? Of(string? to, string? field) =>
        to is ['/', ..] && to is not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) && field is { Length: > 0 and <= 80 } && field.All(c => char.IsLetterOrDigit(c) || "._-".Contains(c))
            ? new ChooserReturn(to, field)
            : null;

    public string With(string text, Guid id) =>
        ListAddress.From(To).With($"{Field}.{nameof(Picked.Text)}", text).With($"{Field}.{nameof(Picked.Id)}", id.ToString()).Href;

    public string With(SearchHit hit) => With(hit.Title, hit.Id);
}
