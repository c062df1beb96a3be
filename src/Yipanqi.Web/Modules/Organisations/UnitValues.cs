namespace Yipanqi.Web.Modules.Organisations;

/// <summary>What a person may set of a unit, as typed.</summary>
public sealed record UnitValues(string Name, string ShortName, string Kind, string PeerGroup, bool IsAssessed, string SortOrder, string Note);
