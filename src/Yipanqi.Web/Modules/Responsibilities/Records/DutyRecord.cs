namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The record by which a unit's duty was found done.</summary>
/// <param name="Day">The day on which it was done, by the record itself and not by when it was typed.</param>
/// <param name="Link">Address of the record's own page.</param>
public sealed record DutyRecord(DateOnly Day, string Title, string Link)
{
    /// <summary>For each unit the first record of its own or of units below it.</summary>
    /// <param name="rows">Records with the path of the unit that made them.</param>
    /// <param name="units">The units asked for, by path.</param>
    public static IReadOnlyDictionary<Guid, DutyRecord> First(IEnumerable<(string Path, DutyRecord Record)> rows, IReadOnlyDictionary<string, Guid> units)
    {
        var first = new Dictionary<Guid, DutyRecord>();
        foreach (var (path, record) in rows)
        {
            foreach (var unit in Above(path, units))
            {
                first[unit] = first.TryGetValue(unit, out var known) && known.Day <= record.Day ? known : record;
            }
        }

        return first;
    }

    /// <summary>For each unit the last record of all that it and the units below it must have; none for a unit of which one lacks.</summary>
    public static IReadOnlyDictionary<Guid, DutyRecord> Last(IEnumerable<(string Path, DutyRecord? Record)> rows, IReadOnlyDictionary<string, Guid> units)
    {
        var last = new Dictionary<Guid, DutyRecord>();
        var lacking = new HashSet<Guid>();
        foreach (var (path, record) in rows)
        {
            foreach (var unit in Above(path, units))
            {
                if (record is null)
                {
                    lacking.Add(unit);
                }
                else
                {
                    last[unit] = last.TryGetValue(unit, out var known) && known.Day > record.Day ? known : record;
                }
            }
        }

        return last.Where(l => !lacking.Contains(l.Key)).ToDictionary();
    }

    private static IEnumerable<Guid> Above(string path, IReadOnlyDictionary<string, Guid> units) => Access.Unit.PathsTo(path).Where(units.ContainsKey).Select(p => units[p]);
}
