using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>责任清单 of one kind of holder: the Party group's, the organisation's, the secretary's. What it asks for stands in its versions.</summary>
public sealed class ResponsibilityList : ITenantOwned, ISearchable
{
    public const int CodeLength = 12;
    public const int NameLength = 60;
    public const int BasisLength = 300;

    private ResponsibilityList()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The documents it rests on.</summary>
    public string Basis { get; private set; } = "";

    public static ResponsibilityList New(Guid tenantId, string code, string name, string basis) =>
        new() { TenantId = tenantId, Id = Guid.CreateVersion7(), Code = code, Name = name, Basis = basis };

    public SearchText ToSearch() => SearchText.Of(SearchKind.DutyList, Id, Code, Name);
}
