namespace Yipanqi.Web.Modules.Organisations.Pages.Terms;

/// <summary>The fields of a term, or of the approval to move its end, as they were posted.</summary>
public sealed class TermForm
{
    /// <summary>The term that was read: another may run by the time it is sent.</summary>
    public Guid TermId { get; set; }

    public string? Number { get; set; }

    public string? ElectedDay { get; set; }

    public string? Seats { get; set; }

    public string? Reason { get; set; }

    public int Version { get; set; }

    public string? DueDay { get; set; }

    public string? Approver { get; set; }

    public string? Document { get; set; }
}
