using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>
/// Every form × every principal × rows in every relation to them, the id in the address, in the name of the form and in each field.
/// What is not the principal's to change stays as it is, and the refusal of another tenant's row is that of one that never was.
/// </summary>
public sealed class FormMatrix(SecurityGround ground, Inventory inventory)
{
    private readonly ChangeWatch watch = new(ground);

    public int Cells { get; private set; }

    public List<string> Findings { get; } = [];

    public async Task RunAsync(Func<SeenForm, bool>? only = null)
    {
        foreach (var form in inventory.Forms.Where(f => only?.Invoke(f) != false))
        {
            var fields = FormFiller.Fill(form);
            foreach (var principal in Principal.All)
            {
                await AskAsync(form, principal, form.Action, fields, inAddress: true, id => (KnownRows.Replace(form.Action, id.Old, id.New), Replaced(fields, form.Handler, id)));
                foreach (var field in fields.Where(f => ground.Seeded.KnownRows.In(f.Value).Count > 0 && f.Key != "_handler"))
                {
                    await AskAsync(form, principal, field.Value, fields, inAddress: false,
                        id => (form.Action, [.. fields.Select(f => f.Key == field.Key && f.Value == field.Value ? new(f.Key, KnownRows.Replace(f.Value, id.Old, id.New)) : f)]));
                }
            }
        }
    }

    private static List<KeyValuePair<string, string>> Replaced(List<KeyValuePair<string, string>> fields, string handler, (Guid Old, string New) id) =>
        [.. fields.Select(f => f.Key == "_handler" && f.Value == handler ? new(f.Key, KnownRows.Replace(f.Value, id.Old, id.New)) : f)];

    private async Task AskAsync(
        SeenForm form, Principal principal, string text, List<KeyValuePair<string, string>> fields, bool inAddress,
        Func<(Guid Old, string New), (string Address, List<KeyValuePair<string, string>> Fields)> put)
    {
        var named = ground.Seeded.KnownRows.In(text + (inAddress ? form.Handler : ""));
        if (named.Count == 0)
        {
            await SendAsync(form, principal, form.Action, fields, null, Relation.Own, null);
            return;
        }

        Reply? absent = null;
        foreach (var relation in Enum.GetValues<Relation>())
        {
            var row = Related.Row(ground, named[0].Type, principal, relation);
            var id = relation switch { Relation.Absent => Guid.CreateVersion7().ToString(), Relation.Malformed => "not-an-id", _ => row?.Id.ToString() };
            if (id is not null)
            {
                var (address, sent) = put((named[0].Id, id));
                var reply = await SendAsync(form, principal, address, sent, row, relation, absent);
                absent ??= relation == Relation.Absent ? reply : null;
            }
        }
    }

    private async Task<Reply?> SendAsync(
        SeenForm form, Principal principal, string address, List<KeyValuePair<string, string>> fields, KnownRow? row, Relation relation, Reply? absent)
    {
        var allowed = form.Route.IsOpen || (principal.IsSignedIn && (form.Route.Needs is not { } need || principal.Can(need)));
        var own = relation is Relation.Own or Relation.Child or Relation.Sibling or Relation.Parent
            && (row is null || row.Unit == 0 || ReplyRules.MaySee(ground, principal, form.Route, row.Unit));
        if (allowed && own)
        {
            return null; // theirs to change: what such a form does is looked at elsewhere
        }

        var session = await ground.SessionAsync(principal);
        var reply = await session.PostAsync(address, fields, form.Files);
        Cells++;
        foreach (var fault in ReplyRules.Faults(ground, principal, form.Route, row, relation, reply, absent))
        {
            Findings.Add($"POST {form.Key} as {principal}, {relation}: {fault} ({address})");
        }

        Findings.AddRange(Changes(principal, form.Route).Select(c => $"POST {form.Key} as {principal}, {relation}: {c} ({address})"));
        return reply;
    }

    // Where something was changed, every changed row must be one that the principal may change.
    private IEnumerable<string> Changes(Principal principal, ProductRoute route)
    {
        foreach (var change in watch.Changes().Where(c => c.IsOfTenant))
        {
            var theirs = Guid.Parse(change.Row["tenant_id"]) == ground.TenantOf(principal).Id;
            if (!theirs || change.Canaries.Any(c => c.Tenant != principal.Tenant || (c.Unit > 0 && c.Unit != principal.Unit && !ReplyRules.MaySee(ground, principal, route, c.Unit))))
            {
                yield return $"changes what is not theirs: {change}";
            }
        }
    }
}
