using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>A post as the form of the system administrator gives it: unit by code or name, role, title and first day.</summary>
public sealed record ProposedPost(string Unit, PostRole? Role, string Title, DateOnly? FromDay)
{
    public const int TitleLength = 60;

    /// <summary>Checks everything that can be checked before approval, which checks again.</summary>
    internal async Task<(Unit? Unit, List<Refusal> Refusals)> CheckAsync(YipanqiDb db, Actor actor, Person? person, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        void Refuse(bool when, string field, string message)
        {
            if (when)
            {
                refusals.Add(new Refusal("proposal.post", field, message));
            }
        }

        var (unit, fault) = await db.FindUnitAsync(actor, Permission.ManageAccounts, Unit, cancellation);
        Refuse(unit is null, nameof(Unit), Unit.Length == 0 ? "请填写单位的编码或名称。" : fault);
        Refuse(Role is not { } given || !Enum.IsDefined(given), nameof(Role), "请选择角色。");
        Refuse(Title.Length is 0 or > TitleLength, nameof(Title), $"请填写职务名称，最多 {TitleLength} 字，如“机关党委副书记”。");
        Refuse(FromDay is null, nameof(FromDay), "请填写任职起始日期，如 2026-10-12。");
        if (refusals.Count == 0 && person is not null)
        {
            var held = await db.Set<Post>().Where(p => p.PersonId == person.Id).ToListAsync(cancellation);
            var found = SeparationOfDuties.Check(held, unit!, Role!.Value, FromDay!.Value);
            Refuse(found != SeparationFault.None, nameof(Role), SeparationOfDuties.Words(found, person.Name));
        }
        else if (refusals.Count == 0)
        {
            var found = SeparationOfDuties.Check([], unit!, Role!.Value, FromDay!.Value);
            Refuse(found != SeparationFault.None, nameof(Role), SeparationOfDuties.Words(found, ""));
        }

        return (unit, refusals);
    }
}
