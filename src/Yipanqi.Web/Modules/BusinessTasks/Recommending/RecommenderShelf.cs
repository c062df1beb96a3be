using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Engine.Text;

namespace Yipanqi.Web.Modules.BusinessTasks.Recommending;

/// <summary>
/// Keeps recommenders that were made ready, by exactly the measures and versions they hold: whoever sees others, or a later version of one, has another.
/// </summary>
public sealed class RecommenderShelf : IDisposable
{
    /// <summary>Measures in all recommenders kept, about 6 KB each.</summary>
    private const int MostKept = 20_000;

    private static readonly TimeSpan Unused = TimeSpan.FromHours(1);
    private static readonly Lazy<FieldLexicon> Lexicon = new(ReadLexicon);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public MeasureRecommender? Find(string key) => kept.Get<MeasureRecommender>(key);

    public MeasureRecommender Keep(string key, IReadOnlyList<Measure> measures) =>
        kept.Set(key, new MeasureRecommender(measures, Lexicon.Value), new MemoryCacheEntryOptions { Size = Math.Max(1, measures.Count), SlidingExpiration = Unused });

    public void Dispose() => kept.Dispose();

    private static FieldLexicon ReadLexicon()
    {
        using var stream = typeof(RecommenderShelf).Assembly.GetManifestResourceStream("text/fields.tsv")!;
        using var reader = new StreamReader(stream);
        return FieldLexicon.Parse(reader.ReadToEnd());
    }
}
