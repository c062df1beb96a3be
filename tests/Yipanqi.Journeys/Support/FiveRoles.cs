using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using PeerGroup = Yipanqi.Web.Access.PeerGroup;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Journeys.Support;

/// <summary>
/// What a quarter needs to begin: a committee with two organs, the accounts lead, officer, office, party and supplier, a scheme with an
/// item that is imported, one that is self-reported and one that a department supplies, and the imported figures of the quarter.
/// </summary>
public static class FiveRoles
{
    public static async Task SeedAsync(IServiceProvider services, Quarter quarter)
    {
        var (unitOfWork, now) = (services.GetRequiredService<UnitOfWork>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var tenant = Guid.CreateVersion7();
        await unitOfWork.WriteAsync<bool>(
            tenant,
            async db =>
            {
                var organs = AddUnits(db, tenant, now);
                var lead = db.AddAccount("lead", "周明", organs.Root, PostRole.WorkCommitteeLead);
                var officer = db.AddAccount("officer", "李静", organs.Root, PostRole.WorkCommitteeOfficer);
                db.AddAccount("office", "王强", organs.First, PostRole.PartyCommitteeOfficer);
                db.AddAccount("party", "赵敏", organs.First, PostRole.PartyGroup);
                db.AddAccount("supplier", "孙悦", organs.Services, PostRole.DataSupplier);
                AddScheme(db, tenant, lead, officer, now);
                foreach (var unit in new[] { organs.First, organs.Second })
                {
                    foreach (var item in new[] { "P1", "B1" })
                    {
                        var observation = Observation.Of(tenant, quarter, unit.Id, item);
                        observation.Take(new Reported(null, 8, 10, Source: "平台记录"), new Provenance(lead, now, now, null));
                        db.Add(observation);
                    }
                }

                await db.SaveAsync(new Change(null, now, "test.founded", nameof(FiveRoles), null), default);
                return true;
            },
            default);
        services.GetRequiredService<SetupSecret>().Close();
    }

    private static (Unit Root, Unit First, Unit Second, Unit Services) AddUnits(YipanqiDb db, Guid tenant, DateTime now)
    {
        var root = Unit.New(tenant, "GW", "示范工委", Track.Party, null);
        var first = Unit.New(tenant, "P1", "甲局机关党委", Track.Party, root);
        var second = Unit.New(tenant, "P2", "乙局机关党委", Track.Party, root);
        var services = Unit.New(tenant, "A1", "政务服务局", Track.Administrative, null);
        var group = PeerGroup.New(tenant, "机关", 1);
        first.Assess(true, group.Id);
        second.Assess(true, group.Id);
        db.Add(new Domain { Id = tenant, Name = "示范工委", ShortName = "示范市直机关", CreatedUtc = now });
        db.AddRange(group, root, first, second, services);
        return (root, first, second, services);
    }

    private static void AddScheme(YipanqiDb db, Guid tenant, Guid lead, Guid officer, DateTime now)
    {
        var scheme = Scheme.Draft(tenant, new SchemeDefinition("walk", "考评方案", MissingPolicy.CountsZero, true, 0,
        [
            new("R", "", "指数", 1),
            new("P", "R", "党建", 1) { Track = Yipanqi.Engine.CompositeIndex.Track.Party },
            new("B", "R", "业务", 1) { Track = Yipanqi.Engine.CompositeIndex.Track.Business },
            Item("P1", "P", "三会一课规范率", FigureSource.Auto), Item("M1", "P", "自查发现占比", FigureSource.Manual),
            Item("B1", "B", "任务按期完成率", FigureSource.Import), Supplied("S1", "B", "服务评价"),
        ]), 1, officer, now);
        scheme.Submit(officer, now);
        scheme.Review(true, "", lead, [officer], now);
        scheme.Publish(lead, now);
        db.Add(scheme);
    }

    private static SchemeNode Item(string code, string parent, string name, FigureSource source) => new(code, parent, name, 1)
    {
        Item = new SchemeItem(Direction.Benefit, FigureKind.Ratio, "%") { Floor = 0, Target = 1, Sources = [source], Definition = name + "的口径。" },
    };

    private static SchemeNode Supplied(string code, string parent, string name) =>
        Item(code, parent, name, FigureSource.Import) is var node ? node with { Item = node.Item! with { Supplier = "政务服务局" } } : node;
}
