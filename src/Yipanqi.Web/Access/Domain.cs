using Yipanqi.Web.Access.Packs;

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

    /// <summary>Code of the template pack chosen at set-up.</summary>
    public string Pack { get; set; } = TemplatePacks.Default.Code;

    public DateTime CreatedUtc { get; set; }

    /// <summary>
    /// 口令更换周期，天；0 为不要求。GB/T 22239-2019 8.1.4.1 a)：身份鉴别信息具有复杂度要求并定期更换。
    /// </summary>
    public int SecretMaxAgeDays { get; set; } = 90;
}
