using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Modules.BusinessTasks.Chessboard;
using Yipanqi.Web.Shell.Chess;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages.Chessboard;

/// <summary>
/// Rows of the chessboard as they were written last. A row follows from its key alone, whoever reads it, so none is ever out of date: what changes makes another key.
/// </summary>
internal static class KeptRows
{
    /// <summary>Everything a row is written from.</summary>
    internal sealed record Key(ChessTask Task, int Year, bool HasAssess, (bool IsEnglish, Wording? Wording) Reader);

    // Some 12 KB each.
    private const int MostKept = 3_000;
    private static readonly TimeSpan Unused = TimeSpan.FromHours(1);
    private static readonly MemoryCache Kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public static ChessRow Find(Key key, Func<ChessRow> write) =>
        Kept.TryGetValue(key, out ChessRow? row) ? row! : Kept.Set(key, write(), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unused });
}
