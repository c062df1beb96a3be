namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>
/// What the generated tests cannot know of a module's routes: a module adds a file with its own beside its tests, and it is found by being there.
/// Each entry carries its reason; what the lists are for stands at <see cref="RoutePolicy"/>.
/// </summary>
public abstract class RouteLines
{
    private static readonly Dictionary<string, string> None = [];

    public virtual IReadOnlyList<string> Addresses => [];

    public virtual IReadOnlyDictionary<string, string> BeyondScope => None;

    public virtual IReadOnlyDictionary<string, string> NamesSuperiors => None;

    public virtual IReadOnlyDictionary<string, string> ToldApart => None;

    public virtual IReadOnlyDictionary<string, string> UnseenForms => None;

    public virtual IReadOnlyDictionary<string, string> FormsWithoutEffect => None;

    public virtual IReadOnlyDictionary<string, string> Unguarded => None;

    public virtual IReadOnlyDictionary<string, Dictionary<string, string>> Filled => new Dictionary<string, Dictionary<string, string>>();

    public static IReadOnlyList<RouteLines> All { get; } =
        [.. typeof(RouteLines).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RouteLines))).OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (RouteLines)Activator.CreateInstance(t)!)];

    /// <summary>The entries of all modules; the same key twice is a mistake.</summary>
    internal static Dictionary<string, T> Of<T>(Func<RouteLines, IReadOnlyDictionary<string, T>> part) => All.SelectMany(part).ToDictionary();
}
