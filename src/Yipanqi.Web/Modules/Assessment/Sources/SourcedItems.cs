using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Which items are computed from records of this tenant, and by what.</summary>
public sealed class SourcedItems(IEnumerable<IObservationSource> sources)
{
    public IReadOnlyList<IObservationSource> Sources { get; } = [.. sources];

    public async Task<IReadOnlyList<IObservationSource>> InUseAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var used = new List<IObservationSource>();
        foreach (var source in Sources)
        {
            if (await source.IsInUseAsync(db, cancellation))
            {
                used.Add(source);
            }
        }

        return used;
    }

    /// <summary>Name of the source by item; an item a business system may bring in as well is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ClosedAsync(YipanqiDb db, SchemeDefinition definition, CancellationToken cancellation)
    {
        var own = definition.Nodes.Where(n => n.Item is { Sources: [FigureSource.Auto] }).Select(n => n.Code).ToHashSet();
        return (await InUseAsync(db, cancellation)).SelectMany(s => s.Items.Where(own.Contains).Select(i => (i, s.Name))).ToDictionary(p => p.i, p => p.Name);
    }
}
