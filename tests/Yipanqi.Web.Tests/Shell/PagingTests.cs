using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Tests.Shell;

public class PagingTests
{
    [Theory]
    [InlineData(0, 1, 1, 0, 0)]
    [InlineData(50, 1, 1, 1, 50)]
    [InlineData(51, 2, 2, 51, 51)]
    [InlineData(460, 10, 10, 451, 460)]
    [InlineData(460, 99, 10, 451, 460)]
    [InlineData(460, -1, 1, 1, 50)]
    public void Shows_rows_that_exist(int total, int asked, int page, int first, int last)
    {
        var paging = new Paging(total, asked);

        (paging.Page, paging.First, paging.Last).ShouldBe((page, first, last));
    }

    [Theory]
    [InlineData(1, "1 2 … 10")]
    [InlineData(3, "1 2 3 4 … 10")]
    [InlineData(4, "1 2 3 4 5 … 10")]
    [InlineData(5, "1 … 4 5 6 … 10")]
    [InlineData(10, "1 … 9 10")]
    public void Offers_the_ends_and_the_neighbours(int page, string offered)
    {
        var paging = new Paging(460, page);

        string.Join(" ", paging.Offered.Select(p => p?.ToString() ?? "…")).ShouldBe(offered);
    }
}
