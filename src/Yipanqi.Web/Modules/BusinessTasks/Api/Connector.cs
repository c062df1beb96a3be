using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>The business system at work: what its token lets it feed. It is no person; the journal names it by its token.</summary>
public sealed record Connector(Guid TokenId, string System, Guid UnitId, string UnitCode, Actor Scope)
{
    public Guid TenantId => Scope.TenantId;
}
