namespace Yipanqi.Web.Shell.Notices;

/// <summary>What happened (已销号), with number and time. Never the only place of a message.</summary>
/// <param name="Undo">The offer to take it back; null where it cannot be.</param>
public sealed record Notice(string Title, string? Detail = null, NoticeTone Tone = NoticeTone.Done, Guid? Undo = null);
