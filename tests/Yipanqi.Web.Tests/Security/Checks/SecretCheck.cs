using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>
/// Every address that takes a secret, found by its form having a field for one or by its asking for a token, guessed at many times from one network: how
/// many guesses are looked at. Limits of one account are looked at by GuessingTests. The ground must be started with <see cref="Counted"/>.
/// </summary>
public sealed class SecretCheck(SecurityGround ground, Inventory inventory)
{
    private const int Guesses = MostOfANetwork + 20;
    private const int MostOfANetwork = GuessLimits.OfANetwork;

    /// <summary>Routes with a field for a secret at which nothing is looked, and why.</summary>
    private static readonly Dictionary<string, string> NoSecret = new() { ["/styleguide/gate"] = "a sample" };

    /// <summary>Addresses that take a secret.</summary>
    public List<string> Found { get; } = [];

    public List<string> Findings { get; } = [];

    public static void Counted(IServiceCollection services) => services.AddSingleton<IPasswordHasher<Account>, CountingHasher>();

    public async Task RunAsync(Func<ProductRoute, bool>? only = null)
    {
        foreach (var form in inventory.Forms.Where(f => f.Fields.Any(x => x.Type == "password") && !NoSecret.ContainsKey(f.Route.Template) && only?.Invoke(f.Route) != false))
        {
            Found.Add(form.Key);
            var looked = await LookedAtAsync(form);
            Findings.AddRange(looked > MostOfANetwork ? [$"{form.Key}: of {Guesses} guesses from one network {looked} were looked at"] : []);
            Findings.AddRange(looked == 0 ? [$"{form.Key} has a field for a secret, and nothing looked at what was sent: give it values in RoutePolicy.Filled, or a line with the reason in SecretCheck.NoSecret."] : []);
        }

        foreach (var route in ground.Routes.Where(r => r.Answers("GET") && only?.Invoke(r) != false))
        {
            await GuessTokenAsync(route);
        }
    }

    private async Task<int> LookedAtAsync(SeenForm form)
    {
        var hasher = (CountingHasher)ground.Services.GetRequiredService<IPasswordHasher<Account>>();
        var before = hasher.Looked;
        var session = await ground.SessionAsync(form.By);
        var account = ground.Seeded.A.People[Principal.Lead].Account.UserName!;
        if (await FormRun.OpenAsync(ground, form) is { } fresh)
        {
            var secrets = fresh.Fields.Where(f => f.Type == "password").Select(f => f.Name).ToHashSet();
            for (var i = 0; i < Guesses; i++)
            {
                await session.PostAsync(fresh.Action, FormFiller.Fill(fresh, once: true).Select(f => secrets.Contains(f.Key) ? new(f.Key, f.Value + i) : f.Key.EndsWith("UserName", StringComparison.Ordinal) ? new(f.Key, account) : f));
            }
        }

        return hasher.Looked - before;
    }

    // Whoever asks for a token says so; within the guesses of a network it must stop looking.
    private async Task GuessTokenAsync(ProductRoute route)
    {
        var (address, last) = (route.Fill(_ => Guid.Empty.ToString()), 0);
        for (var i = 0; i <= MostOfANetwork; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Authorization", $"Bearer ypq_{i}");
            using var response = await (await ground.SessionAsync(Principal.Anonymous)).SendAsync(request);
            last = (int)response.StatusCode;
            if (i == 0 && (response.Headers.WwwAuthenticate.Count > 0 || last == 429))
            {
                Found.Add(route.Template);
            }

            if (response.Headers.WwwAuthenticate.Count == 0)
            {
                return;
            }
        }

        Findings.Add($"{route}: {MostOfANetwork} wrong tokens were looked at, and the next as well");
    }

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private int looked;

        public int Looked => looked;

        public string HashPassword(Account user, string password) => "counted";

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref looked);
            return PasswordVerificationResult.Failed;
        }
    }
}
