using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures.Import;

/// <summary>What the database knows of the measures and organisations that a file names: four commands, however many rows.</summary>
internal sealed record KnownMeasures(IReadOnlyDictionary<string, PartyMeasure> ByCode, IReadOnlySet<Guid> Mine, KnownParties Parties)
{
    public static async Task<KnownMeasures> LoadAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var codes = rows.Select(r => r[MeasureFields.Code]).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var measures = await db.Set<PartyMeasure>().Where(m => EF.Parameter(codes).Contains(m.Code)).ToDictionaryAsync(m => m.Code, StringComparer.Ordinal, cancellation);
        var mine = await db.Measures(actor, Permission.ManageFusion).Where(m => EF.Parameter(codes).Contains(m.Code)).Select(m => m.Id).ToListAsync(cancellation);
        return new(measures, mine.ToHashSet(), await KnownParties.LoadAsync(db, actor, rows.Select(r => r[MeasureFields.Organ]), cancellation));
    }
}
