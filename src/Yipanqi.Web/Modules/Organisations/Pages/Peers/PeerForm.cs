namespace Yipanqi.Web.Modules.Organisations.Pages.Peers;

/// <summary>The fields of a group's rule, or of a change of group, as they were posted.</summary>
public sealed class PeerForm
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? KindWords { get; set; }

    public string? Least { get; set; }

    public string? Most { get; set; }

    public string? Basis { get; set; }

    public string? GroupId { get; set; }

    public string? Reason { get; set; }
}
