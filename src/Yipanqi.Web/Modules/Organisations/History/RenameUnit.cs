using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>更名 or 改建 from a day on: the old name is kept for the days before. A slip of the pen is mended by <see cref="EditUnit"/> instead.</summary>
public sealed class RenameUnit(UnitOfWork unitOfWork, IEnumerable<IUnitMatters> matters, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, UnitChangeBasis Basis, string Name, string ShortName, string Kind);

    public Task<Outcome<UnitChanged>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => UnitChangeAccess.RunAsync(
        unitOfWork, actor, input.UnitId, input.Basis, clock, (db, ground) => SaveAsync(db, actor, input, ground, cancellation), cancellation);

    private async Task<Outcome<UnitChanged>> SaveAsync(YipanqiDb db, Actor actor, Input input, UnitChangeAccess.Ground ground, CancellationToken cancellation)
    {
        var (unit, day, now) = ground;
        var shortName = input.ShortName.Length > 0 ? input.ShortName : UnitText.ShortNameOf(input.Name);
        var refusals = UnitText.Check(new UnitValues(input.Name, shortName, input.Kind, "", unit.IsAssessed, "0", ""));
        if (refusals.Count == 0 && (unit.Name, unit.ShortName, unit.Kind) == (input.Name, shortName, input.Kind))
        {
            refusals.Add(UnitChangeAccess.Fault("名称、简称和类别都和现在一样，没有可办的。", nameof(Input.Name)));
        }

        if (refusals.Count > 0)
        {
            return Outcome<UnitChanged>.Refused(refusals);
        }

        var shift = new UnitShift(db, actor, matters, day, now);
        var before = unit.Name == input.Name && unit.Kind != input.Kind ? $"{unit.Name}（{unit.Kind}）" : unit.Name;
        var after = unit.Name == input.Name && unit.Kind != input.Kind ? $"{input.Name}（{input.Kind}）" : input.Name;
        shift.Keep(unit);
        unit.Rename(input.Name, shortName, input.Kind, day);
        return await shift.SaveAsync(UnitEventKind.Renamed, unit, (Cut(before), Cut(after)), input.Basis, unit.Id, cancellation);
    }

    private static string Cut(string text) => text.Length > UnitText.NameLength ? text[..UnitText.NameLength] : text;
}
