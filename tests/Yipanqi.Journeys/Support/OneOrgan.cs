using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Journeys.Support;

/// <summary>
/// A committee with one organ on both tracks: 甲局 with its Party group, Party committee, a branch and a department. Accounts: lead and officer of the committee,
/// group, office, branch and head of the organ.
/// </summary>
public static class OneOrgan
{
    public static async Task SeedAsync(IServiceProvider services)
    {
        var (unitOfWork, now) = (services.GetRequiredService<UnitOfWork>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var tenant = Guid.CreateVersion7();
        await unitOfWork.WriteAsync<bool>(
            tenant,
            async db =>
            {
                db.Add(new Domain { Id = tenant, Name = "示范工委", ShortName = "示范市直机关", CreatedUtc = now });
                AddTo(db, tenant);
                await db.SaveAsync(new Change(null, now, "test.founded", nameof(OneOrgan), null), default);
                return true;
            },
            default);
        services.GetRequiredService<SetupSecret>().Close();
    }

    private static void AddTo(YipanqiDb db, Guid tenant)
    {
        var root = Add("GW", "示范工委", "机关工委", Track.Party, null);
        var organs = Add("JG", "示范市直机关", "机关", Track.Administrative, null);
        var committee = Add("P1", "甲局机关党委", "机关党委", Track.Party, root);
        var branch = Add("P1B1", "甲局第一党支部", "党支部", Track.Party, committee);
        var organ = Add("A1", "甲局", "政府组成部门", Track.Administrative, organs);
        var department = Add("A1D1", "甲局一处", "处室", Track.Administrative, organ);
        db.AddRange(UnitLink.Between(root, organs), UnitLink.Between(committee, organ), UnitLink.Between(branch, department));
        db.AddAccount("lead", "周明", root, PostRole.WorkCommitteeLead);
        db.AddAccount("officer", "李静", root, PostRole.WorkCommitteeOfficer);
        db.AddAccount("group", "赵敏", organ, PostRole.PartyGroup);
        db.AddAccount("office", "王强", committee, PostRole.PartyCommitteeOfficer);
        db.AddAccount("branch", "孙悦", branch, PostRole.BranchSecretary);
        db.AddAccount("head", "郑凯", department, PostRole.DepartmentHead);

        Unit Add(string code, string name, string kind, Track track, Unit? parent)
        {
            var unit = Unit.New(tenant, code, name, track, parent);
            unit.Describe(name, name, kind, 0, "");
            db.Add(unit);
            return unit;
        }
    }
}
