namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A seeded row that an address or a form may name by its id.</summary>
/// <param name="Unit">The unit whose row it is; 0 for the whole tenant's.</param>
/// <param name="State">Its status, so that a page is looked at for rows of each; empty where it has none.</param>
public sealed record KnownRow(Guid Id, Type Type, char Tenant, int Unit, string State = "");
