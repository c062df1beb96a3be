namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>The committee of one organisation: the running term with its posts, the terms before it, and how many members there are.</summary>
public sealed record UnitTermsView(
    Guid UnitId, string UnitName, string UnitKind, bool CanManage, TermLine? Current, TermState? State, int TermVersion,
    IReadOnlyList<UnitTermsView.Holder> Holders, IReadOnlyList<UnitTermsView.Former> Before, int Members, int FullMembers)
{
    public sealed record Holder(Guid PostId, Guid PersonId, string Name, PartyRole Role, SeatKind BeganBy, DateOnly FromDay, DateOnly? ToDay, int Version);

    public sealed record Former(int Number, DateOnly ElectedDay, DateOnly? EndedDay, string Secretary);
}
