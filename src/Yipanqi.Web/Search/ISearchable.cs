namespace Yipanqi.Web.Search;

/// <summary>An entity that can be found by its texts. Saving it keeps its terms in step.</summary>
public interface ISearchable
{
    SearchText ToSearch();
}
