namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A version beside the one it is compared with; null where there is none.</summary>
public sealed record SchemeComparison(SchemeView After, SchemeLine? Before, SchemeChanges? Changes);
