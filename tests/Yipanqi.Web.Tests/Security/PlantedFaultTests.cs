using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Plants;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

/// <summary>The negative control of every check: it must find the fault that was planted for it, or it counts as absent.</summary>
[Trait("Category", "Security")]
public sealed class PlantedFaultTests : IAsyncLifetime
{
    private readonly FaultyJournal fault = new();
    private SecurityGround ground = default!;
    private Inventory inventory = default!;

    public async Task InitializeAsync()
    {
        ground = await StartAsync();
        inventory = await Inventory.TakeAsync(ground, [Principal.Lead, Principal.Officer], IsPlanted);
    }

    [Fact]
    public async Task A_page_that_shows_rows_outside_the_scope_is_found()
    {
        var matrix = new IdorMatrix(ground, inventory);

        await matrix.RunAsync(IsPlanted);

        matrix.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/units/") && f.Contains("outside the scope"));
        matrix.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/any/") && f.Contains("of another tenant"));
        matrix.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/any/") && f.Contains("for a row that never was"));
        matrix.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/open/") && f.Contains("anonymous") && f.Contains("of another tenant"));
    }

    [Fact]
    public async Task A_form_that_changes_rows_outside_the_scope_is_found()
    {
        var matrix = new FormMatrix(ground, inventory);

        await matrix.RunAsync(f => IsPlanted(f.Route));

        matrix.Findings.ShouldContain(f => f.StartsWith($"POST {PlantedFaults.Root}/unit") && f.Contains("changes what is not theirs"));
    }

    [Fact]
    public async Task A_form_without_its_token_and_a_page_that_writes_are_found()
    {
        var check = new ForgeryCheck(ground, inventory);

        await check.SendAsync(IsPlanted);
        await check.ReadAsync(IsPlanted);

        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/tokenless, without token") && f.Contains("complaint added"));
        check.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/writes") && f.Contains("complaint added"));
    }

    [Fact]
    public async Task A_page_without_its_headers_is_found()
    {
        var check = new HeaderCheck(ground, inventory);

        await check.RunAsync(https: false, IsPlanted);

        check.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/bare") && f.Contains("X-Content-Type-Options"));
        check.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/bare") && f.Contains("no-store"));
        check.Findings.ShouldAllBe(f => f.Contains("/bare"));
    }

    [Fact]
    public async Task A_file_in_which_a_text_becomes_a_formula_is_found()
    {
        var check = new FormulaCheck(ground, inventory);

        await check.RunAsync(IsPlanted, FormulaCheck.Some);

        check.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/export") && f.Contains("begins like a formula"));
    }

    [Fact]
    public async Task A_form_that_makes_the_server_fail_is_found()
    {
        var check = new FuzzCheck(ground, inventory);

        await check.RunAsync(f => IsPlanted(f.Route));

        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/crash") && f.EndsWith("500"));
    }

    [Fact]
    public async Task A_form_that_takes_any_field_is_found()
    {
        var check = new PairCheck(inventory, StartAsync);

        await check.RunAsync((g, _, plain) => (session, fresh, fields) => FormRun.OnceAsync(session, fresh, [.. fields, .. ExtraFields.Of(g, fresh, plain)]), ExtraFields.Faults);

        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/mass") && f.Contains(ExtraFields.Text));
    }

    [Fact]
    public async Task A_form_that_counts_twice_is_found()
    {
        var check = new PairCheck(inventory, StartAsync);

        await check.RunAsync((_, _, _) => DoubleSubmitTests.AtOnceAsync, DoubleSubmitTests.Refused);

        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/tokenless: changed"));
    }

    [Fact]
    public async Task A_form_that_overwrites_what_was_changed_meanwhile_is_found()
    {
        var check = new LostUpdateCheck(inventory, StartAsync);

        await check.RunAsync();

        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/overwrite: the second of two editors is answered"));
        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/overwrite: of the second of two editors is kept unit changed"));
    }

    [Fact]
    public async Task An_interface_that_shows_what_is_not_the_tokens_is_found()
    {
        var matrix = new ConnectorMatrix(ground, inventory);

        await matrix.RunAsync(r => IsPlanted(r) || r.Template.StartsWith(PlantedFaults.Api, StringComparison.Ordinal));

        matrix.Findings.ShouldContain($"GET {PlantedFaults.Api}/any with a person's session answers 200");
        matrix.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Api}/any as the token") && f.EndsWith("of another tenant"));
        matrix.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Api}/any as the token") && f.EndsWith("outside the token's units"));
        matrix.Findings.ShouldContain(f => f.StartsWith($"GET {PlantedFaults.Root}/tokened with a token"));
    }

    [Fact]
    public async Task An_address_that_looks_at_any_number_of_secrets_is_found()
    {
        using var counted = await SecurityGround.StartAsync(DatabaseKind.Sqlite, s => SecretCheck.Counted(s.AddSingleton<IStartupFilter, PlantedFaults>()));
        var check = new SecretCheck(counted, inventory);

        await check.RunAsync(r => IsPlanted(r) || r.Template.StartsWith(PlantedFaults.Api, StringComparison.Ordinal));

        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/secret: of 120 guesses"));
        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Api}/guess: "));
    }

    [Fact]
    public async Task A_change_without_its_entry_is_found()
    {
        var check = new JournalCheck(inventory, fault, StartAsync);

        await check.RunAsync();
        await check.RunFaultyAsync();

        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/silent: no journal entry"));
        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/late, the journal failing"));
        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/tokenless") && f.Contains("and not the one who sent the form"));
        check.Findings.ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/crash changed nothing"));
        UnguardedForms.Faults(ground.Seeded, check.Runs).ShouldContain(f => f.StartsWith($"{PlantedFaults.Root}/unit changes unit"));
    }

    public Task DisposeAsync()
    {
        ground.Dispose();
        return Task.CompletedTask;
    }

    private Task<SecurityGround> StartAsync() =>
        SecurityGround.StartAsync(DatabaseKind.Sqlite, s => s.AddSingleton<IStartupFilter, PlantedFaults>(), fault);

    private static bool IsPlanted(ProductRoute route) => route.Template.StartsWith(PlantedFaults.Root, StringComparison.Ordinal);
}
