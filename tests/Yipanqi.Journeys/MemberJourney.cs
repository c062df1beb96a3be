using Yipanqi.Journeys.Support;

namespace Yipanqi.Journeys;

/// <summary>A member's day, on the phone: the own pledge is the first thing seen, told in a sentence, and confirmed by the branch.</summary>
[Collection(DemoCollection.Name)]
public sealed class MemberJourney(Site site)
{
    private const string Told = "会签超期的 3 件已全部办结。";

    private readonly Walk walk = new(site);

    [Fact]
    public async Task Is_walked_from_the_own_pledge_to_its_confirmation()
    {
        var pledge = "";
        await walk.AsAsync("member", async visit =>
        {
            visit.Page.Url.ShouldEndWith("/my-due");
            await walk.LookHereAsync(visit);
            pledge = await visit.FirstLinkAsync("/my-due", "main a[href^='/pledges/']");
            await walk.LookAsync(visit, "/pledges");
            (await visit.LinksAsync("/pledges", "tbody a[href^='/pledges/']")).ShouldContain(pledge);
            await walk.LookAsync(visit, pledge);
            await visit.Page.GetByLabel("践诺情况").FillAsync(Told);
            await Walk.PressForNoticeAsync(visit, "登记践诺", "已登记践诺");
        }, width: 390);
        await walk.AsAsync("branch", async visit =>
        {
            await walk.SeeAsync(visit, pledge, Told);
            await Walk.PressForNoticeAsync(visit, "确认兑现", "已确认兑现");
        });

        walk.Faults.ShouldBeEmpty();
    }
}
