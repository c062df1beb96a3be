namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One version of a scheme in the list.</summary>
public sealed record SchemeLine(
    Guid Id, string Code, string Name, int Number, SchemeStatus Status, string DefinitionHash, DateTime CreatedUtc, string CreatedBy, DateTime? PublishedUtc, string PublishedBy);
