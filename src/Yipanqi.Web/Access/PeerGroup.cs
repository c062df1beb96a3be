using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// 同类组: units of one kind and size, the only ones that are ranked against each other. Its rule says who belongs to it; a person puts a unit in,
/// and the rule points out who does not fit.
/// </summary>
public sealed class PeerGroup : ITenantOwned, IVersioned
{
    public const int NameLength = 60;
    public const int KindWordsLength = 200;
    public const int BasisLength = 500;

    /// <summary>Fewer than this are not ranked (assessment rules: groups under 5 are not ranked).</summary>
    public const int LeastRanked = 5;

    private PeerGroup()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public int SortOrder { get; private set; }

    /// <summary>Words of which the unit's kind holds one, parted by 、; empty for any kind.</summary>
    public string KindWords { get; private set; } = "";

    /// <summary>Fewest and most members, both included; null for no limit.</summary>
    public int? LeastMembers { get; private set; }

    public int? MostMembers { get; private set; }

    /// <summary>The document or decision the grouping rests on.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>From this day on no unit is put into it; null while it is open. Quarters in which it was ranked still name it.</summary>
    public DateOnly? ClosedDay { get; private set; }

    public int Version { get; private set; }

    public static PeerGroup New(Guid tenantId, string name, int sortOrder) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(),
        Name = name,
        SortOrder = sortOrder,
    };

    public void Rule(string kindWords, int? least, int? most, string basis) => (KindWords, LeastMembers, MostMembers, Basis) = (kindWords, least, most, basis);

    public void Rename(string name) => Name = name;

    public void Close(DateOnly day) => ClosedDay = day;

    /// <summary>A group named anew is open again.</summary>
    public void Reopen() => ClosedDay = null;

    /// <summary>Whether a unit of this kind and size belongs here by the rule.</summary>
    public static PeerFit FitOf(string kindWords, int? least, int? most, string kind, int members) =>
        kindWords.Length > 0 && !kindWords.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(w => kind.Contains(w, StringComparison.Ordinal)) ? PeerFit.OtherKind
        : members < least ? PeerFit.TooSmall
        : members > most ? PeerFit.TooLarge
        : PeerFit.Fits;
}
