using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>Every form that changes something leaves an entry of who, when and what; where the entry cannot be written, nothing is changed.</summary>
public sealed class JournalCheck(Inventory inventory, FaultyJournal fault, Func<Task<SecurityGround>> start)
{
    private const string Journal = "journal_entry";

    /// <summary>Forms that changed something.</summary>
    public List<SeenForm> Effective { get; } = [];

    /// <summary>What each of them changed.</summary>
    public List<(SeenForm Form, IReadOnlyList<RowChange> Changes)> Runs { get; } = [];

    public List<string> Findings { get; } = [];

    public async Task RunAsync()
    {
        using var series = new FormSeries(start);
        foreach (var form in inventory.Forms.Where(f => !RoutePolicy.HasNoEffect(f)))
        {
            var (copy, run) = await series.RunAsync(inventory.CopiesOf(form.Key), FormRun.OnceAsync);
            if (run.Changes.Count == 0 && series.IsUsed)
            {
                series.Renew();
                (copy, run) = await series.RunAsync(inventory.CopiesOf(form.Key), FormRun.OnceAsync);
            }

            if (run.Changes.Count == 0)
            {
                Findings.Add($"{form.Key} changed nothing when filled in at random ({run.Answer}): give it values in RoutePolicy.Filled, or a line with the reason in RoutePolicy.FormsWithoutEffect.");
                continue;
            }

            inventory.HasEffect(copy);
            Effective.Add(copy);
            Runs.Add((copy, run.Changes));
            Findings.AddRange(Faults(series.Ground!, copy, run.Changes).Select(f => $"{form.Key}: {f}"));
        }
    }

    /// <summary>Sends the forms that have an effect while the journal cannot be written.</summary>
    public async Task RunFaultyAsync()
    {
        using var ground = await start();
        foreach (var form in Effective)
        {
            foreach (var moment in new[] { FaultyJournal.Moment.AtEntry, FaultyJournal.Moment.AtCommit })
            {
                var struck = fault.Struck;
                var run = await FormRun.RunAsync(ground, form, async (session, fresh, fields) =>
                {
                    fault.Armed = moment;
                    var replies = await FormRun.OnceAsync(session, fresh, fields);
                    fault.Armed = FaultyJournal.Moment.Never;
                    return replies;
                });
                Findings.AddRange(run.Changes.Select(c => $"{form.Key}, the journal failing ({moment}): {c}"));
                Findings.AddRange(fault.Struck == struck ? [$"{form.Key}: the fault ({moment}) did not strike ({run.Answer})"] : []);
            }
        }
    }

    private static IEnumerable<string> Faults(SecurityGround ground, SeenForm form, IReadOnlyList<RowChange> changes)
    {
        var entries = changes.Where(c => c.Table == Journal).ToList();
        if (entries.Count == 0)
        {
            yield return $"no journal entry, but {string.Join("; ", changes)}";
        }

        foreach (var entry in entries)
        {
            var who = form.By.IsSignedIn ? ground.TenantOf(form.By).People[form.By].Person.Id.ToString() : "";
            var actor = entry.Row["actor_id"];
            if (entry.Kind != "added")
            {
                yield return "an entry of the journal was " + entry.Kind;
            }

            if (!form.Route.IsOpen && !actor.Equals(who, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"the entry names \"{actor}\" and not the one who sent the form";
            }

            if (entry.Row["action"].Length == 0 || entry.Row["subject_type"].Length == 0 || !entry.Row["at_utc"].Contains("2026", StringComparison.Ordinal))
            {
                yield return "the entry does not say what or when";
            }
        }
    }
}
