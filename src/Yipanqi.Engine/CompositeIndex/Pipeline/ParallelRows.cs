namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Runs independent parts on all cores. The parts are cut the same way whatever the number of threads, and each writes
/// only its own cells, so the result does not depend on the number of threads; nor does the error: the first part that
/// fails, in the order of the parts, is the one reported.
/// </summary>
internal static class ParallelRows
{
    public static void ForEach<TScratch>(int parts, int threads, Func<TScratch> scratch, Action<int, TScratch> part)
    {
        if (threads == 1 || parts <= 1)
        {
            Sequentially(parts, scratch, part);
            return;
        }

        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
            Parallel.For(0, parts, options, scratch, (i, _, own) => { part(i, own); return own; }, _ => { });
        }
        catch (AggregateException)
        {
            Sequentially(parts, scratch, part);
            throw;
        }
    }

    private static void Sequentially<TScratch>(int parts, Func<TScratch> scratch, Action<int, TScratch> part)
    {
        var own = scratch();
        for (var i = 0; i < parts; i++)
        {
            part(i, own);
        }
    }
}
