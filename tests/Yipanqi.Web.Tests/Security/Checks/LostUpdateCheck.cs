using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>
/// Every form that carries the version its reader saw, opened by two who see the same: the first is saved, the second is told, and nothing
/// of what they sent is kept.
/// </summary>
public sealed class LostUpdateCheck(Inventory inventory, Func<Task<SecurityGround>> start)
{
    private const string Field = nameof(IVersioned.Version);

    /// <summary>Forms of which the first of the two was saved.</summary>
    public int Tried { get; private set; }

    public List<string> Findings { get; } = [];

    public static bool CarriesVersion(SeenForm form) => form.Fields.Any(f => f.Name == Field || f.Name.EndsWith("." + Field, StringComparison.Ordinal));

    public async Task RunAsync()
    {
        var ground = await start();
        try
        {
            foreach (var form in inventory.Forms.Where(f => CarriesVersion(f) && !RoutePolicy.HasNoEffect(f) && !RoutePolicy.AddsBeside.ContainsKey(f.Key)))
            {
                if (!await AnyAsync(ground, form.Key))
                {
                    // An earlier form may have taken away what this one needs; that none can be saved at all, the journal's test says.
                    ground.Dispose();
                    ground = await start();
                    await AnyAsync(ground, form.Key);
                }
            }
        }
        finally
        {
            ground.Dispose();
        }
    }

    private async Task<bool> AnyAsync(SecurityGround ground, string key)
    {
        foreach (var copy in inventory.CopiesOf(key))
        {
            if (await TryAsync(ground, copy))
            {
                inventory.HasEffect(copy);
                return true;
            }
        }

        return false;
    }

    private async Task<bool> TryAsync(SecurityGround ground, SeenForm copy)
    {
        if (await FormRun.OpenAsync(ground, copy) is not { } first || await FormRun.OpenAsync(ground, copy) is not { } second)
        {
            return false;
        }

        var session = await ground.SessionAsync(copy.By);
        var watch = new ChangeWatch(ground);
        await FormRun.OnceAsync(session, first, FormFiller.Fill(first, once: true, seen: copy));
        if (watch.Changes().Count == 0)
        {
            return false;
        }

        Tried++;
        var told = (await FormRun.OnceAsync(session, second, FormFiller.Fill(second, "另", once: true, seen: copy)))[0];
        Findings.AddRange(told.IsGranted ? [$"{copy.Key}: the second of two editors is answered {told.Status} {told.Location}, as if it were saved"] : []);
        Findings.AddRange(watch.Changes().Select(c => $"{copy.Key}: of the second of two editors is kept {c}"));
        return true;
    }
}
