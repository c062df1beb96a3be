using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>
/// Sends every form on two grounds that begin alike and stay so, on one as it is and on the other in another way, and compares what was
/// changed. Where one of them begins anew, so does the other.
/// </summary>
public sealed class PairCheck(Inventory inventory, Func<Task<SecurityGround>> start)
{
    /// <summary>The other way of sending; is told what sending it plainly changed.</summary>
    public delegate FormRun.Sending OtherWay(SecurityGround ground, SeenForm form, FormRun plain);

    public int Compared { get; private set; }

    public List<string> Findings { get; } = [];

    /// <param name="faults">What more is wrong with what the other way changed.</param>
    public async Task RunAsync(OtherWay other, Func<FormRun, IEnumerable<string>> faults)
    {
        using var plain = new FormSeries(start);
        using var varied = new FormSeries(start);
        foreach (var form in inventory.Forms.Where(f => !RoutePolicy.HasNoEffect(f)))
        {
            var (expected, found) = await SendAsync(plain, varied, form, other);
            if (expected.Changes.Count == 0 && plain.IsUsed)
            {
                Renew(plain, varied);
                (expected, found) = await SendAsync(plain, varied, form, other);
            }

            if (expected.Changes.Count == 0)
            {
                continue; // the journal's test says so
            }

            Compared++;
            Findings.AddRange(faults(found).Select(f => $"{form.Key}: {f}"));
            if (found.Effect != expected.Effect)
            {
                Findings.Add($"{form.Key}: changed\n{found.Effect}\nand not, as once and plainly,\n{expected.Effect}\n({found.Answer})");
                Renew(plain, varied);
            }
        }
    }

    private async Task<(FormRun Expected, FormRun Found)> SendAsync(FormSeries plain, FormSeries varied, SeenForm form, OtherWay other)
    {
        var (copy, expected) = await plain.RunAsync(inventory.CopiesOf(form.Key), FormRun.OnceAsync);
        if (expected.Changes.Count == 0)
        {
            return (expected, expected);
        }

        inventory.HasEffect(copy);
        return (expected, (await varied.RunAsync([copy], other(plain.Ground!, copy, expected))).Run);
    }

    private static void Renew(FormSeries plain, FormSeries varied)
    {
        plain.Renew();
        varied.Renew();
    }
}
