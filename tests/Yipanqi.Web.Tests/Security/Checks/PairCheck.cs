using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>Sends every form on two grounds that begin alike, on one as it is and on the other in another way, and compares what was changed.</summary>
public sealed class PairCheck(Inventory inventory, Func<Task<SecurityGround>> start)
{
    public int Compared { get; private set; }

    public List<string> Findings { get; } = [];

    /// <param name="other">The other way of sending; is told what sending it plainly changed.</param>
    /// <param name="faults">What more is wrong with what the other way changed.</param>
    public async Task RunAsync(Func<SecurityGround, SeenForm, FormRun, FormRun.Sending> other, Func<FormRun, IEnumerable<string>> faults)
    {
        using var plain = new FormSeries(start);
        using var varied = new FormSeries(start);
        foreach (var form in inventory.Forms.Where(f => !RoutePolicy.HasNoEffect(f)))
        {
            var (expected, ground) = (await plain.RunAsync(form, FormRun.OnceAsync), plain.Ground!);
            if (expected.Changes.Count == 0)
            {
                continue; // the journal's test says so
            }

            var found = await varied.RunAsync(form, other(ground, form, expected));
            Compared++;
            Findings.AddRange(faults(found).Select(f => $"{form.Key}: {f}"));
            if (found.Effect != expected.Effect)
            {
                Findings.Add($"{form.Key}: changed\n{found.Effect}\nand not, as once and plainly,\n{expected.Effect}\n({found.Answer})");
                plain.Renew();
                varied.Renew();
            }
        }
    }
}
