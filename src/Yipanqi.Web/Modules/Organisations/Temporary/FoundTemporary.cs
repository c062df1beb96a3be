using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.History;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>成立临时党组织: a unit below the organisation that approves it, with purpose, term and secretary. It is not assessed.</summary>
public sealed class FoundTemporary(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    public const int MostYears = 3;

    public sealed record Input(Guid ParentId, string Name, string Purpose, string Basis, string FromDay, string UntilDay, Picked? Secretary, TemporaryKind Kind = TemporaryKind.Branch);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        UnitChangeAccess.RunAsync(unitOfWork, actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var made = await FoundAsync(db, actor, input, cancellation);
        if (!made.IsDone)
        {
            return Outcome<Guid>.Refused(made.Refusals);
        }

        await db.SaveAsync(made.Value.Change, cancellation);
        return made.Value.Organisation.UnitId;
    }

    /// <summary>Puts the organisation into the context, for a use case that saves it with something else of its own and journals both.</summary>
    internal async Task<Outcome<(TemporaryOrganisation Organisation, Change Change)>> FoundAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        var parent = await db.Set<Unit>().Within(actor, Permission.ManageOrganisations, u => u.Path).Open().SingleOrDefaultAsync(u => u.Id == input.ParentId && u.Track == Track.Party, cancellation);
        if (parent is null)
        {
            return UnitAccess.Absent;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DayOf(now);
        var refusals = new List<Refusal>();
        TemporaryText.Needed(refusals, nameof(input.Name), "名称", input.Name, UnitText.NameLength);
        TemporaryText.Needed(refusals, nameof(input.Purpose), "为什么任务成立", input.Purpose, TemporaryOrganisation.PurposeLength);
        TemporaryText.Needed(refusals, nameof(input.Basis), "批准依据", input.Basis, UnitChangeBasis.BasisLength);
        var from = TemporaryText.Day(refusals, nameof(input.FromDay), input.FromDay, parent.FoundedDay ?? UnitPast.Earliest, today);
        var until = TemporaryText.Day(refusals, nameof(input.UntilDay), input.UntilDay, from.AddDays(1), from.AddYears(MostYears));
        var secretary = await people.FindMemberAsync(db, actor, input.Secretary, nameof(input.Secretary), cancellation);
        refusals.AddRange(secretary.Refusals);
        if (TemporaryWords.KindOf(parent.Kind) is { } above && above <= input.Kind)
        {
            refusals.Add(new Refusal("temporary.kind", nameof(input.Kind), $"“{parent.Name}”是{parent.Kind}，下面不能成立{TemporaryWords.Of(input.Kind)}。请改类别，或由上级党组织成立。"));
        }

        if (!Enum.IsDefined(input.Kind))
        {
            refusals.Add(new Refusal("temporary.kind", nameof(input.Kind), "请选临时党支部、临时党总支或临时党委。"));
        }

        if (parent.Depth >= Unit.MaxDepth)
        {
            refusals.Add(new Refusal("unit.depth", "", $"上级已在第 {Unit.MaxDepth} 级，不能再加下级。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<(TemporaryOrganisation, Change)>.Refused(refusals);
        }

        var unit = Unit.New(actor.TenantId, "", input.Name, Track.Party, parent);
        unit.NameByItself($"LS{from:yyyyMMdd}");
        unit.Describe(input.Name, UnitText.ShortNameOf(input.Name), TemporaryWords.Of(input.Kind), 0, "");
        unit.Found(from);
        var made = TemporaryOrganisation.Found(unit, input.Purpose, input.Basis, from, until);
        db.AddRange(unit, made, TemporaryMember.Join(made, secretary.Value, TemporaryRole.Secretary, from));
        return (made, new Change(actor.PersonId, now, "temporary.founded", nameof(Unit), unit.Id, input.Basis));
    }
}
