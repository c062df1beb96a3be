using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Search;

/// <summary>The parts of the search as the host puts them together.</summary>
internal static class SearchGround
{
    public static PersonChoices People(TestDatabase database, TestClock clock) =>
        new(database.UnitOfWork, new PeopleScope([new PostPlaces(), new MemberPlaces()], clock), clock);
}
