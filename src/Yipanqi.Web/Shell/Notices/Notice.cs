namespace Yipanqi.Web.Shell.Notices;

/// <summary>What happened (已销号), with number and time. Never the only place of a message.</summary>
public sealed record Notice(string Title, string? Detail = null, NoticeTone Tone = NoticeTone.Done);
