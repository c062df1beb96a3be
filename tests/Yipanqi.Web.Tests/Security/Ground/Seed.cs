using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>
/// Plants rows that reflection cannot make up, since they must fit together. Found by being there: a module adds a file with its own.
/// </summary>
public abstract class Seed
{
    /// <summary>Entity types that it plants, so that reflection leaves them.</summary>
    public abstract IReadOnlyList<Type> Covers { get; }

    public abstract Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant);

    public static IReadOnlyList<Seed> All { get; } =
        [.. typeof(Seed).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Seed)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (Seed)Activator.CreateInstance(t)!)];
}
