namespace Yipanqi.Web.Shell.Notices;

/// <summary>Whether a notice tells of something done or of something that did not happen.</summary>
public enum NoticeTone
{
    Done,
    NotDone,
}
