using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>Lets a business system feed the key tasks of a unit's subtree; answers the token's text, once.</summary>
public sealed class IssueToken(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(string System, Picked? Unit);

    public Task<Outcome<string>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunAsync(unitOfWork, actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<string>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        // Two at once for one system: the second waits and is told that there is one.
        await db.LockAccessAsync(cancellation);
        var unit = await db.FindLeadAsync(actor, input.Unit, nameof(input.Unit), cancellation);
        var refusals = unit.Refusals.ToList();
        if ((input.System.Length == 0 ? "业务系统没有填。" : TaskText.TooLong("业务系统", input.System, BusinessTask.SystemLength)) is { } fault)
        {
            refusals.Add(new Refusal("token.system", nameof(input.System), fault));
        }
        else if (await db.Set<ConnectorToken>().AnyAsync(t => t.System == input.System && t.RevokedUtc == null, cancellation))
        {
            refusals.Add(new Refusal("token.system", nameof(input.System), $"“{input.System}”已有令牌。要换，请先停用原来的；是另一个系统，请用另一个名称。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<string>.Refused(refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (token, text) = ConnectorToken.Issue(actor, input.System, unit.Value, now);
        db.Add(token);
        await db.SaveAsync(new Change(actor.PersonId, now, "token.issued", nameof(ConnectorToken), token.Id, "", JsonSerializer.Serialize(new { system = token.System, unit = unit.Value.Code })), cancellation);
        return text;
    }
}
