namespace Yipanqi.Web.Shell.Forms;

/// <summary>A form that was sent, by the hash of the key it was rendered with and of what was filled in: dealt with once, however often it comes. A local row, kept for a day.</summary>
public sealed class SentForm
{
    /// <summary>Whose form it was; empty for people who are not signed in.</summary>
    public Guid AccountId { get; set; }

    public Guid Key { get; set; }

    /// <summary>The day alone, so that it does not tell when an anonymous text came.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Since when it is being dealt with; null once it was, so that it does not tell when an anonymous text came.</summary>
    public DateTime? OpenSinceUtc { get; set; }

    /// <summary>Where the answer led; null while the first sending is being dealt with.</summary>
    public string? Location { get; set; }
}
