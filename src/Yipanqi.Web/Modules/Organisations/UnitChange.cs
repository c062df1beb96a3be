namespace Yipanqi.Web.Modules.Organisations;

/// <summary>A line of the journal about one unit.</summary>
public sealed record UnitChange(DateTime AtUtc, string Action, string Who, string Detail);
