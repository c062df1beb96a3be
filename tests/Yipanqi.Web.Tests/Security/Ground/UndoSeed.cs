using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Shell.Undo;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A change of the lead's that can still be taken back.</summary>
public sealed class UndoSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [typeof(UndoOffer)];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var assess = new AssessUnits(database.UnitOfWork, clock);

        var changed = await assess.RunAsync(tenant.Lead, new([tenant.Unit(SecurityTenant.Department).Id], true, null), default);

        changed.Value.Undo.ShouldNotBeNull();
    }
}
