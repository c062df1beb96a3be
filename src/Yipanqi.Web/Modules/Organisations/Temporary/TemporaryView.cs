namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>One temporary organisation.</summary>
/// <param name="People">Empty where the reader does not see people there.</param>
/// <param name="SeesPeople">The reader sees people there, or leads it.</param>
/// <param name="CanReport">The reader leads it or approved it, and it is not dissolved.</param>
/// <param name="Reports">What it reported, the last first.</param>
public sealed record TemporaryView(
    Guid UnitId, string Name, string Kind, string Code, int UnitVersion, string Superior, string Purpose, string Basis, DateOnly FromDay, DateOnly UntilDay, DateOnly? DissolvedDay, string Result,
    TemporaryState State, bool CanManage, bool SeesPeople, bool CanReport, IReadOnlyList<TemporaryView.Someone> People, IReadOnlyList<TemporaryView.Report> Reports)
{
    public sealed record Someone(Guid PersonId, string Name, TemporaryRole Role, string Branch, DateOnly FromDay, DateOnly? ToDay);

    /// <param name="IsOwn">The reader told it.</param>
    /// <param name="WithdrawnReason">Why it was withdrawn; empty where it was not.</param>
    public sealed record Report(Guid Id, DateOnly Day, string Text, string By, DateTime ReportedUtc, string WithdrawnReason, bool IsOwn);
}
