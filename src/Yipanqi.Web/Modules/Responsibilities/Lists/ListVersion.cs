using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// One version of a list: written as a draft, submitted, reviewed by somebody who wrote nothing of it, published and from then on frozen. A version after the
/// first says what it changes.
/// </summary>
public sealed class ListVersion : ITenantOwned, IVersioned
{
    public const int NoteLength = 500;
    public const int AuthorsLength = 4000;

    private ListVersion()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ListId { get; private set; }

    /// <summary>第几版, from 1.</summary>
    public int Number { get; private set; }

    public ListState State { get; private set; }

    /// <summary>What it changes against the version before.</summary>
    public string ChangeNote { get; private set; } = "";

    /// <summary>Everybody who wrote at it, by a form or a table: ids one after another. None of them reviews it.</summary>
    public string Authors { get; private set; } = "";

    /// <summary>How often its duties were written, by which forms know that somebody wrote meanwhile.</summary>
    public int Edits { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTime CreatedUtc { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTime? SubmittedUtc { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    public DateTime? ReviewedUtc { get; private set; }

    /// <summary>The reviewer's opinion, or why it was returned.</summary>
    public string ReviewNote { get; private set; } = "";

    public Guid? PublishedBy { get; private set; }

    public DateTime? PublishedUtc { get; private set; }

    /// <summary>Periods that end before this day are not asked for.</summary>
    public DateOnly? EffectiveDay { get; private set; }

    public int Version { get; private set; }

    /// <summary>Returned by the reviewer and not submitted again.</summary>
    public bool IsReturned => State == ListState.Draft && ReviewedUtc is not null;

    public static ListVersion Draft(ResponsibilityList list, int number, Guid personId, DateTime now) => new()
    {
        TenantId = list.TenantId,
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ListId = list.Id,
        Number = number,
        State = ListState.Draft,
        Authors = personId.ToString("N"),
        CreatedBy = personId,
        CreatedUtc = now,
    };

    public bool IsAuthor(Guid personId) => Authors.Contains(personId.ToString("N"), StringComparison.Ordinal) || personId == SubmittedBy;

    /// <summary>A duty of it was written, changed or taken out.</summary>
    public void WrittenBy(Guid personId)
    {
        Require(ListState.Draft);
        (Authors, Edits) = (IsAuthor(personId) ? Authors : Authors + personId.ToString("N"), Edits + 1);
    }

    public void Submit(string changeNote, Guid personId, DateTime now)
    {
        Require(ListState.Draft);
        if (Number > 1 && changeNote.Length == 0)
        {
            throw new InvalidOperationException("A version after the first says what it changes.");
        }

        (State, ChangeNote, SubmittedBy, SubmittedUtc, ReviewedBy, ReviewedUtc, ReviewNote) = (ListState.Submitted, changeNote, personId, now, null, null, "");
    }

    /// <summary>Takes it back to go on writing; a review that was given lapses.</summary>
    public void Withdraw()
    {
        if (State is not (ListState.Submitted or ListState.Reviewed))
        {
            throw new InvalidOperationException("Only what is submitted or reviewed is taken back.");
        }

        (State, SubmittedBy, SubmittedUtc, ReviewedBy, ReviewedUtc, ReviewNote) = (ListState.Draft, null, null, null, null, "");
    }

    /// <param name="passed">Else it goes back to its authors, for a reason.</param>
    public void Review(bool passed, string note, Guid personId, DateTime now)
    {
        Require(ListState.Submitted);
        if (IsAuthor(personId) || (!passed && note.Length == 0))
        {
            throw new InvalidOperationException("A list is reviewed by another person, and returned for a reason.");
        }

        (State, ReviewedBy, ReviewedUtc, ReviewNote) = (passed ? ListState.Reviewed : ListState.Draft, personId, now, note);
    }

    /// <param name="isAsShipped">A list as it ships was reviewed by those who made it.</param>
    public void Publish(bool isAsShipped, DateOnly effectiveDay, Guid personId, DateTime now)
    {
        if (State != ListState.Draft || !isAsShipped)
        {
            Require(ListState.Reviewed);
        }

        (State, EffectiveDay, PublishedBy, PublishedUtc) = (ListState.Published, effectiveDay, personId, now);
    }

    public void Require(ListState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"This needs a version in the state {state}; it is {State}.");
        }
    }
}
