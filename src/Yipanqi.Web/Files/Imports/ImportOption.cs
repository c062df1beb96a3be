namespace Yipanqi.Web.Files.Imports;

/// <summary>A value and what the person reads for it.</summary>
public sealed record ImportOption(string Value, string Label);
