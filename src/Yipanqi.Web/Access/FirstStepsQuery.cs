using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>How far an empty platform has been filled: the steps this person may take, in order.</summary>
public sealed class FirstStepsQuery(UnitOfWork unitOfWork, IEnumerable<FirstStep> steps)
{
    public sealed record Line(FirstStep Step, bool IsDone);

    public async Task<IReadOnlyList<Line>> OfAsync(Actor actor, CancellationToken cancellation)
    {
        List<FirstStep> own = [.. steps.Where(s => actor.Can(s.Permission)).OrderBy(s => s.Order)];
        return own.Count == 0 ? [] : await unitOfWork.ReadAsync<IReadOnlyList<Line>>(actor.TenantId, async db =>
        {
            var lines = new List<Line>();
            foreach (var step in own)
            {
                lines.Add(new(step, step.IsDoneAsync is not null && await step.IsDoneAsync(db, actor, cancellation)));
            }

            return lines;
        }, cancellation);
    }
}
