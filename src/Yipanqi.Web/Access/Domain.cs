namespace Yipanqi.Web.Access;

/// <summary>The directory of tenants: one row for each work committee that this deployment serves. A local row.</summary>
public sealed class Domain
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Short name shown beside the product's name on every page.</summary>
    public string ShortName { get; set; } = "";

    /// <summary>Made-up content: every page says so.</summary>
    public bool IsDemo { get; set; }

    public DateTime CreatedUtc { get; set; }
}
