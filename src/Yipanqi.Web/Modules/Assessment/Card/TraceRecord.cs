namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A record behind a figure with the short name of its unit.</summary>
public sealed record TraceRecord(string ShortName, SourceRecord Record);
