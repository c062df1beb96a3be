namespace Yipanqi.Web.Access.Packs;

/// <summary>
/// 模板包: what suits one kind of institution, chosen at set-up: its two root units, the kinds of unit and peer groups it starts with, and its own
/// words on the pages. Its scheme is found by its code, its lists by theirs, in their own modules.
/// </summary>
/// <param name="PartyKinds">Kinds offered for units of the Party tree.</param>
/// <param name="AdministrativeKinds">Kinds offered for units of the administrative tree.</param>
/// <param name="PeerGroups">同类组 that exist from the start.</param>
/// <param name="Lists">Codes of the responsibility lists offered at the start, from the top level down.</param>
/// <param name="Words">Words of organs and what this kind of institution says instead; the first that fits is taken.</param>
/// <param name="English">The same for the English catalogue.</param>
public sealed record TemplatePack(
    string Code, string Name, string Note,
    RootUnit Party, RootUnit Administrative,
    IReadOnlyList<string> PartyKinds, IReadOnlyList<string> AdministrativeKinds, IReadOnlyList<string> PeerGroups, IReadOnlyList<string> Lists,
    IReadOnlyList<IReadOnlyList<string>> Words, IReadOnlyList<IReadOnlyList<string>> English)
{
    /// <summary>The words to draw pages with.</summary>
    public Shell.Text.Wording Wording { get; } = new(Words, English);
}
