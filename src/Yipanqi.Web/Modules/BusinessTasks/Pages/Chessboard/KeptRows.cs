using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Modules.BusinessTasks.Chessboard;
using Yipanqi.Web.Shell.Chess;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages.Chessboard;

/// <summary>
/// Rows of the chessboard as they were written last. A row follows from its key alone, whoever reads it, so none is ever out of date: what changes makes another key.
/// </summary>
public sealed class KeptRows
{
    // Everything a row is written from.
    private sealed record Key(ChessTask Task, int Year, bool HasAssess, (bool IsEnglish, Wording? Wording) Reader);

    // Some 12 KB each.
    private const int MostKept = 3_000;
    private static readonly TimeSpan Unused = TimeSpan.FromHours(1);
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The row of the task; of a task that stands as it stood, the row that was written then.</summary>
    public ChessRow RowOf(ChessWriter writer, ChessTask task)
    {
        var key = new Key(task, writer.Year, writer.HasAssess, T.Reader);
        return kept.TryGetValue(key, out ChessRow? row) ? row! : kept.Set(key, writer.RowOf(task), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unused });
    }
}
