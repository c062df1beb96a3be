using System.Text;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Organisations.Import;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Three files of the lead's: one that can be imported, one with a fault, one imported.</summary>
public sealed class ImportSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [typeof(ImportDraft)];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var targets = new ImportTargets([new UnitImport()]);
        var upload = new UploadImport(database.UnitOfWork, targets, TestTables.Shared, clock);
        var canary = tenant.CanaryOf(SecurityTenant.Root);
        var known = tenant.Unit(SecurityTenant.Branch);
        string[] files = [$"编码,名称\n新{canary},新{canary}\n", $"编码,名称\n,{canary}\n", $"编码,名称\n{known.Code},{known.Name}\n"];
        foreach (var file in files)
        {
            var parameters = new ImportParameters(new Dictionary<string, string> { ["default_track"] = "party", ["default_assessed"] = "yes" });
            var draft = await upload.RunAsync(tenant.Lead, new("units", $"{canary}.csv", Encoding.UTF8.GetBytes(file), parameters), default);
            draft.Refusals.ShouldBeEmpty();
            if (file == files[^1])
            {
                (await new CommitImport(database.UnitOfWork, targets, TestTables.Shared, clock).RunAsync(tenant.Lead, draft.Value, default)).Refusals.ShouldBeEmpty();
            }
        }
    }
}
