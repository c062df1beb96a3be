namespace Yipanqi.Web.Files.Imports;

/// <summary>What a column may mean.</summary>
/// <param name="Code">Key of the field in <see cref="ImportRow"/> and in remembered mappings.</param>
/// <param name="Label">Head of the column in the template.</param>
/// <param name="Required">A column must be chosen for it.</param>
/// <param name="Help">What to write into the cells, in one sentence.</param>
/// <param name="Aliases">Other heads seen in real files, in any case and spacing; the code and the label always count.</param>
/// <param name="Examples">Cells of the example rows in the template, from the first row on.</param>
public sealed record ImportField(
    string Code,
    string Label,
    bool Required,
    string Help,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Examples);
