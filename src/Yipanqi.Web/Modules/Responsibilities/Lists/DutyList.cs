using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>One version of a list in full.</summary>
/// <param name="Version">The row's own version, by which a form knows that nobody wrote meanwhile.</param>
/// <param name="Numbers">All versions of the list that the reader may see, newest first.</param>
/// <param name="Faults">What keeps a draft from being submitted; the field is the code of the duty.</param>
/// <param name="Holders">How many units or people have duties of each level now.</param>
/// <param name="Alike">Duties that ask for nearly the same as another.</param>
/// <param name="IsAuthor">The reader wrote at this version and cannot review it.</param>
public sealed record DutyList(
    Guid VersionId, Guid ListId, string Code, string Name, string Basis, int Number, ListState State, int Version, string ChangeNote, string ReviewNote, bool IsReturned, DateOnly? EffectiveDay,
    IReadOnlyList<(Guid Id, int Number, ListState State)> Numbers, IReadOnlyList<DutyFacts> Duties, IReadOnlyList<Refusal> Faults,
    IReadOnlyDictionary<DutyLevel, int> Holders, IReadOnlyList<LikeDuties.Pair> Alike, bool IsAuthor, bool IsAsShipped, string SubmittedBy, string ReviewedBy)
{
    public double HoursAYear => Duties.Sum(d => DutyCost.HoursAYear(d, Holders));
}
