namespace Yipanqi.Web.Files.Imports;

/// <summary>Proposes what the columns mean: as the last time for the same heads, else by label, code and known other names.</summary>
public static class ColumnGuess
{
    public static Dictionary<string, int> Of(DraftTable table, IReadOnlyList<ImportField> fields, RememberedMapping? remembered)
    {
        var known = remembered?.HeadsByField() ?? [];
        var free = table.Columns.ToDictionary(c => c.Key, c => c.Index, StringComparer.Ordinal);
        var mapping = new Dictionary<string, int>();
        foreach (var field in fields)
        {
            if (known.TryGetValue(field.Code, out var head) && free.TryGetValue(head, out var column))
            {
                mapping[field.Code] = column;
            }
        }

        free = free.Where(f => !mapping.ContainsValue(f.Value)).ToDictionary();
        foreach (var field in fields.Where(f => !known.ContainsKey(f.Code)))
        {
            if (KeysOf(field).FirstOrDefault(free.ContainsKey) is { } key)
            {
                mapping[field.Code] = free[key];
                free.Remove(key);
            }
        }

        return mapping;
    }

    public static IEnumerable<string> KeysOf(ImportField field) => field.Aliases.Prepend(field.Code).Prepend(field.Label).Select(CellText.HeadKey);
}
