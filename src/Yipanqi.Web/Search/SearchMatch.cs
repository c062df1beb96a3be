namespace Yipanqi.Web.Search;

/// <summary>A subject that the terms lead to, before anyone asked who may see it.</summary>
public sealed class SearchMatch
{
    public Guid SubjectId { get; init; }

    /// <summary>0 for the code itself, else <see cref="SearchPlace"/>.</summary>
    public int Place { get; init; }
}
