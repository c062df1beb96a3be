namespace Yipanqi.Web.Access;

/// <summary>Counts what waits for a person. The module that knows registers itself; <see cref="WaitingCounts"/> asks all of them and keeps the answer.</summary>
public interface IWaitingCount
{
    /// <summary>How many things wait at which address; an address where nothing waits is left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor, CancellationToken cancellation);
}
