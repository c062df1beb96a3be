namespace Yipanqi.Web.Access;

/// <summary>Why a person sees a unit on a day: every post that reaches it, and how. None means that they do not.</summary>
/// <param name="UnitName">Null where no such unit is known, or none that the reader may ask about.</param>
/// <param name="Account">How the account stands, which may keep the posts from working; null without account.</param>
public sealed record WhyView(string PersonName, string? UnitName, DateOnly Day, AccountState? Account, IReadOnlyList<WhyView.Reach> Reaches)
{
    /// <param name="PostUnit">Where the post is.</param>
    /// <param name="LinkedUnit">The administrative unit the post's unit is tied to, where the unit is reached that way.</param>
    /// <param name="IsBelow">The unit lies below the post's unit or the linked one.</param>
    /// <param name="LinkedDay">When the two were tied, where the journal knows.</param>
    public sealed record Reach(string PostUnit, string Title, PostRole Role, string? LinkedUnit, bool IsBelow, DateOnly FromDay, DateOnly? LinkedDay)
    {
        public DateOnly Since => LinkedDay > FromDay ? LinkedDay.Value : FromDay;
    }
}
