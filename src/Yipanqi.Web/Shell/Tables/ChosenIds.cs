using Microsoft.Extensions.Primitives;

namespace Yipanqi.Web.Shell.Tables;

/// <summary>The rows chosen by their boxes, as id=… in an address or a form; what is not an id is left out.</summary>
public static class ChosenIds
{
    public static IReadOnlyList<Guid> From(StringValues values) => [.. values.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}
