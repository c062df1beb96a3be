namespace Yipanqi.Web.Access;

/// <summary>How many guesses at secrets came from one source within the running quarter of an hour. A local row, taken away when the next window of any source begins.</summary>
public sealed class GuessCount
{
    /// <summary>A network, a known device or the session of an account, see <see cref="GuessSource"/>.</summary>
    public string Source { get; set; } = "";

    public int Guesses { get; set; }

    public DateTime UntilUtc { get; set; }
}
