namespace Yipanqi.Web.Access;

/// <summary>At most one secret is hashed at a time for each two cores; a sign-in that waits over ten seconds is asked to come back.</summary>
public sealed class SignInQueue : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));

    public async Task<IDisposable?> EnterAsync(CancellationToken cancellation) =>
        await places.WaitAsync(Patience, cancellation) ? new Place(places) : null;

    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                places.Release();
            }
        }
    }
}
