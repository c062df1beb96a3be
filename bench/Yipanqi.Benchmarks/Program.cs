using BenchmarkDotNet.Running;
using Yipanqi.Benchmarks;

if (args is ["--quick", ..])
{
    Quick.Run();
    return;
}

if (args is ["province", ..])
{
    await Province.RunAsync(args);
    return;
}

if (args is ["recompute", ..])
{
    await Recompute.RunAsync(args);
    return;
}

if (args is ["obligations", ..])
{
    await Obligations.RunAsync(args);
    return;
}

if (args is ["gather", ..])
{
    await Gather.RunAsync(args);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Quick).Assembly).Run(args);
