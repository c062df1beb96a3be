using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a published quarter keeps that another scheme can be tried on: its organisations, their groups and the figures of its items.</summary>
internal sealed class PastQuarter
{
    private static readonly ColumnKind[] Needed = [ColumnKind.Value, ColumnKind.Reason, ColumnKind.Group];
    private readonly StoredRun run;
    private readonly Dictionary<string, SchemeItem> items;

    private PastQuarter(PublishedQuarter head, SchemeDefinition definition, IReadOnlyList<PastSubject> subjects, StoredRun run)
    {
        (Head, Definition, Subjects, this.run) = (head, definition, subjects, run);
        items = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Item!);
        Groups = new PeerGroups(ColumnBytes.Ints(run.Whole(ColumnKind.Group, "")));
    }

    public PublishedQuarter Head { get; }

    /// <summary>The scheme it was published by.</summary>
    public SchemeDefinition Definition { get; }

    /// <summary>By position in every column.</summary>
    public IReadOnlyList<PastSubject> Subjects { get; }

    public PeerGroups Groups { get; }

    /// <summary>Whether the quarter has figures for an item as a scheme now defines it: another kind of figure or pooling is another item.</summary>
    public bool Has(SchemeNode node) => node.Item is { } item && items.TryGetValue(node.Code, out var was)
        && (was.Kind, was.Pool, was.LeastSize, was.RatingSteps) == (item.Kind, item.Pool, item.LeastSize, item.RatingSteps) && run.Has(ColumnKind.Value, node.Code);

    /// <summary>Figures of an item; one that the quarter does not have drops out with its weight everywhere.</summary>
    public ItemColumn Column(SchemeNode node, MissingPolicy missing)
    {
        var known = Has(node);
        var values = known ? run.Doubles(ColumnKind.Value, node.Code) : [.. Enumerable.Repeat(double.NaN, Subjects.Count)];
        var reasons = known ? run.Whole(ColumnKind.Reason, node.Code).Select(b => Settled((AbsenceReason)b, missing)) : Enumerable.Repeat(AbsenceReason.NotApplicable, Subjects.Count);
        return new(values) { Reasons = [.. reasons] };
    }

    /// <summary>The newest published quarters, newest first.</summary>
    public static Task<List<PublishedQuarter>> LastAsync(YipanqiDb db, int count, CancellationToken cancellation) => (
        from s in db.Set<AssessmentSnapshot>()
        where s.Status == SnapshotStatus.Published
        join x in db.Set<Scheme>() on new { s.TenantId, Id = s.SchemeId } equals new { x.TenantId, x.Id }
        orderby s.QuarterKey descending
        select new PublishedQuarter(s.QuarterKey, s.Id, x.Id, x.Name, x.Number)).Take(count).ToListAsync(cancellation);

    /// <summary>Whether the actor sees every organisation of these quarters; a comparison shows them all.</summary>
    public static async Task<bool> IsOpenToAsync(YipanqiDb db, Actor actor, IReadOnlyList<PublishedQuarter> quarters, CancellationToken cancellation)
    {
        var ids = quarters.Select(q => q.SnapshotId).ToList();
        var lines = db.Set<OrganisationScore>().Where(s => ids.Contains(s.SnapshotId));
        return await lines.CountAsync(cancellation) == await lines.Within(actor, Permission.ViewAssessment, s => s.ScopePath).CountAsync(cancellation);
    }

    public static async Task<PastQuarter> LoadAsync(YipanqiDb db, PublishedQuarter head, CancellationToken cancellation)
    {
        var scheme = await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Id == head.SchemeId, cancellation);
        var subjects = await db.Set<OrganisationScore>().AsNoTracking().Where(s => s.SnapshotId == head.SnapshotId).OrderBy(s => s.Position)
            .Select(s => new PastSubject(s.UnitId, s.ShortName)).ToListAsync(cancellation);
        var definition = scheme.Read();
        var chunks = db.Set<SnapshotChunk>().Where(c => c.SnapshotId == head.SnapshotId && Needed.Contains(c.Kind));
        return new(head, definition, subjects, await SnapshotStore.LoadAsync(chunks, definition, cancellation));
    }

    private static AbsenceReason Settled(AbsenceReason reason, MissingPolicy missing) =>
        reason == AbsenceReason.NotReported && missing == MissingPolicy.LeftOut ? AbsenceReason.NotApplicable : reason;
}
