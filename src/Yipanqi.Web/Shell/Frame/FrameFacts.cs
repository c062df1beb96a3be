namespace Yipanqi.Web.Shell.Frame;

/// <summary>What the frame around a page shows about tenant and reader.</summary>
public sealed record FrameFacts
{
    public string? TenantName { get; init; }

    /// <summary>Null for someone who is not signed in.</summary>
    public string? PersonName { get; init; }

    public string? PostName { get; init; }

    /// <summary>Made-up content: the foot of every page says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Counts beside menu entries, by address: 我的待办 7.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether the reader holds a permission.</summary>
    public Func<string, bool> Allows { get; init; } = _ => false;
}
