using Microsoft.Playwright;

namespace Yipanqi.Journeys.Support;

/// <summary>Accounts as a newcomer gets them: the system administrator proposes, the security administrator approves, the person changes the first secret.</summary>
public sealed class NewcomerAccounts(Site site, IReadOnlyList<string> administratorSecrets)
{
    private const string OwnSecret = "Chess-board-2";

    private readonly Dictionary<string, string> issued = [];

    /// <param name="people">Account, name, code of the unit, name of the role.</param>
    public async Task GiveAsync(params (string Account, string Name, string Unit, string Role)[] people)
    {
        await using (var proposer = await EnterAsync("qianwei", administratorSecrets[0]))
        {
            foreach (var person in people)
            {
                await ProposeAsync(proposer, person);
            }
        }

        await using var approver = await EnterAsync("wufang", administratorSecrets[1]);
        await approver.GoAsync("/approvals");
        foreach (var box in await approver.Page.Locator("tbody input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await Walk.PressAsync(approver, "批准所选", $"已批准 {people.Length} 项");
    }

    /// <summary>A window of a person who was given an account; the first time they change their secret.</summary>
    public async Task<Visit> OpenAsync(string account)
    {
        var isFirst = issued.Remove(account, out var secret);
        return isFirst ? await EnterAsync(account, secret!) : await EnterAsync(account, OwnSecret, isKnown: true);
    }

    private async Task ProposeAsync(Visit visit, (string Account, string Name, string Unit, string Role) person)
    {
        await visit.GoAsync("/accounts/new");
        await visit.Page.Locator("[name='Input.PersonName']").FillAsync(person.Name);
        await visit.Page.Locator("[name='Input.UserName']").FillAsync(person.Account);
        await visit.Page.GetByLabel("单位（编码或名称）").FillAsync(person.Unit);
        await visit.Page.GetByLabel("角色").SelectOptionAsync(new SelectOptionValue { Label = person.Role });
        await visit.Page.GetByLabel("职务名称").FillAsync(person.Role);
        await visit.Page.GetByLabel("理由").FillAsync("试点任职文件");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提交审批" }).ClickAsync();
        await visit.ArriveAsync("**/accounts/slip");
        issued[person.Account] = await visit.Page.Locator(".y-secret").First.InnerTextAsync();
    }

    private async Task<Visit> EnterAsync(string account, string secret, bool isKnown = false)
    {
        var visit = await site.OpenAsync();
        await visit.SignInAsync(account, secret);
        if (!isKnown)
        {
            await visit.Page.GetByLabel("现用口令").FillAsync(secret);
            await visit.Page.Locator("[name='Input.New']").FillAsync(OwnSecret);
            await visit.Page.Locator("[name='Input.Repeated']").FillAsync(OwnSecret);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "改口令" }).ClickAsync();
            await visit.AtAsync(url => !url.Contains("/account/secret"));
        }

        return visit;
    }
}
