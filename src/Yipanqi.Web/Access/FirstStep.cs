using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>A step of those who begin with an empty platform, shown to who may take it; modules register theirs.</summary>
/// <param name="Says">What it does, in a sentence.</param>
/// <param name="IsDoneAsync">Whether it has been taken, as far as this person sees; one command. Null for the last, which ends the showing.</param>
public sealed record FirstStep(int Order, string Label, string Says, Permission Permission, string Href, Func<YipanqiDb, Actor, CancellationToken, Task<bool>>? IsDoneAsync = null);
