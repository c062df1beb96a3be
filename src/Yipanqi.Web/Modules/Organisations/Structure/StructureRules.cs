using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>
/// Sizes and terms of Party organisations with their clauses, read from Data/structure-rules.json. A unit's kind is known by the words in it;
/// the first entry of <c>kinds</c> with a word that occurs is taken.
/// </summary>
public sealed class StructureRules
{
    private static readonly Lazy<StructureRules> Loaded = new(Read);

    [JsonInclude] private IReadOnlyList<KindWords> Kinds { get; init; } = [];

    [JsonInclude] private IReadOnlyList<string> LongerTermWords { get; init; } = [];

    public static StructureRules Current => Loaded.Value;

    public string Version { get; init; } = "";

    /// <summary>The day from which this version holds.</summary>
    public DateOnly From { get; init; }

    public required RuleSet Rules { get; init; }

    public PartyUnitKind KindOf(string kind) =>
        Kinds.FirstOrDefault(k => k.Words.Any(w => kind.Contains(w, StringComparison.Ordinal)))?.Kind ?? PartyUnitKind.Unknown;

    /// <summary>Words that name units with rules, for a database to choose by.</summary>
    public IReadOnlyList<string> WordsOf(PartyUnitKind kind) => [.. Kinds.Where(k => k.Kind == kind).SelectMany(k => k.Words)];

    /// <summary>How long a term of such a unit lasts.</summary>
    public StructureRule TermOf(string kind) =>
        LongerTermWords.Any(w => kind.Contains(w, StringComparison.Ordinal)) ? Rules.LongerYears
        : KindOf(kind) == PartyUnitKind.Committee ? Rules.CommitteeYears
        : Rules.BranchYears;

    private static StructureRules Read()
    {
        using var stream = typeof(StructureRules).Assembly.GetManifestResourceStream("organisations/structure-rules.json")
            ?? throw new InvalidOperationException("The rules of structure are not in the program.");
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
        return JsonSerializer.Deserialize<StructureRules>(stream, options)!;
    }

    public sealed record RuleSet(
        StructureRule BranchLeast,
        StructureRule BranchMost,
        StructureRule CommitteeFrom,
        StructureRule CommitteeLeast,
        StructureRule CommitteeMost,
        StructureRule BaseFrom,
        StructureRule GeneralSeatsLeast,
        StructureRule GeneralSeatsMost,
        StructureRule BaseSeatsLeast,
        StructureRule BaseSeatsMost,
        StructureRule CommitteeYears,
        StructureRule BranchYears,
        StructureRule LongerYears,
        StructureRule ChangeMonths,
        StructureRule NoticeMonths,
        StructureRule OnTime,
        StructureRule Secretary,
        StructureRule Eligible,
        StructureRule Seats,
        StructureRule TemporaryRights,
        StructureRule TemporaryMonths);

    public sealed record KindWords(PartyUnitKind Kind, IReadOnlyList<string> Words);
}
