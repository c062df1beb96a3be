namespace Yipanqi.Web.Access;

/// <summary>Counts what waits for a person, for the head of every page. The module that knows registers itself; what it keeps in memory is dropped when that person acts.</summary>
public interface IWaitingCount
{
    /// <summary>How many things wait at which address; an address where nothing waits is left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor, CancellationToken cancellation);

    /// <summary>The person is about to change something.</summary>
    void Forget(Actor actor);
}
