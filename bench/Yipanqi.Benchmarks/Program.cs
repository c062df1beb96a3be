using BenchmarkDotNet.Running;
using Yipanqi.Benchmarks;

if (args is ["--quick", ..])
{
    Quick.Run();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Quick).Assembly).Run(args);
