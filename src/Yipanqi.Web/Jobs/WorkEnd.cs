using Yipanqi.Web.Database;

namespace Yipanqi.Web.Jobs;

/// <summary>How long work ended: a sentence, and the page with the result.</summary>
public sealed record WorkEnd(bool IsDone, string Message, string Link)
{
    /// <summary>What a use case answered: the words of done, or the first refusal.</summary>
    public static WorkEnd Of<T>(Outcome<T> outcome, string done, Func<T, string> link) =>
        outcome.IsDone ? new(true, done, link(outcome.Value)) : new(false, outcome.Refusals[0].Message, "");
}
