namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>One temporary organisation.</summary>
/// <param name="People">Empty where the reader does not see people there.</param>
public sealed record TemporaryView(
    Guid UnitId, string Name, string Code, int UnitVersion, string Superior, string Purpose, string Basis, DateOnly FromDay, DateOnly UntilDay, DateOnly? DissolvedDay, string Result,
    TemporaryState State, bool CanManage, IReadOnlyList<TemporaryView.Someone> People)
{
    public sealed record Someone(Guid PersonId, string Name, TemporaryRole Role, string Branch, DateOnly FromDay, DateOnly? ToDay);
}
