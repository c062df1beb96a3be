using Yipanqi.Web.Access;

namespace Yipanqi.Web.Demo;

/// <summary>One organ of the demo: its Party committee, itself, and each branch with the department it works in.</summary>
public sealed record DemoOrgan(string Name, Unit Party, Unit Organ, List<(Unit Branch, Unit Department)> Branches);
