using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Reads one kind of records for the duties that are computed from it. A fixed number of commands, whatever the number of units.</summary>
public interface IDutyRecords
{
    DutyRecordKind Kind { get; }

    /// <summary>For each unit whose duty is met by today, the record that met it; units whose duty is not met are left out.</summary>
    /// <param name="units">Paths and ids of the units asked for.</param>
    Task<IReadOnlyDictionary<Guid, DutyRecord>> ReadAsync(YipanqiDb db, DutyRecordSpan span, IReadOnlyDictionary<string, Guid> units, CancellationToken cancellation);
}
