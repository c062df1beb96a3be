using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Tests.Shell;

public class ListAddressTests
{
    [Fact]
    public void A_sort_link_keeps_the_filters_and_starts_at_the_first_page()
    {
        var address = ListAddress.From("http://host/ledger?status=open&group=2&page=7");

        var href = address.SortedBy("score", descendingFirst: true).Href;

        href.ShouldBe("/ledger?status=open&group=2&sort=-score");
    }

    [Fact]
    public void A_second_click_on_a_column_turns_the_order_round()
    {
        var once = ListAddress.From("/ledger").SortedBy("score", descendingFirst: true);

        var twice = once.SortedBy("score", descendingFirst: true);

        (once.Sort, once.Descending).ShouldBe(("score", true));
        (twice.Sort, twice.Descending).ShouldBe(("score", false));
        twice.SortedBy("name", descendingFirst: false).Href.ShouldBe("/ledger?sort=name");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("?page=3", 3)]
    [InlineData("?page=0", 1)]
    [InlineData("?page=-2", 1)]
    [InlineData("?page=many", 1)]
    [InlineData("?page=99999999999", 1)]
    public void A_page_is_at_least_the_first(string query, int page)
    {
        ListAddress.From("/ledger" + query).Page.ShouldBe(page);
    }

    [Fact]
    public void A_page_link_keeps_filters_and_order()
    {
        var address = ListAddress.From("/ledger?q=%E5%9F%8E+%26&sort=-score");

        address.WithPage(2).Href.ShouldBe("/ledger?q=%E5%9F%8E%20%26&sort=-score&page=2");
        address.WithPage(2).WithPage(1).Href.ShouldBe("/ledger?q=%E5%9F%8E%20%26&sort=-score");
    }

    [Fact]
    public void A_filter_with_several_values_keeps_them_all()
    {
        var address = ListAddress.From("/ledger?level=red&level=orange&empty=");

        address.With("status", "open").Href.ShouldBe("/ledger?level=red&level=orange&status=open");
        address.With("level", null).Href.ShouldBe("/ledger");
    }

    [Fact]
    public void An_export_takes_the_filters_but_not_the_page()
    {
        var address = ListAddress.From("/ledger?status=open&page=4");

        address.At("/ledger/export").Href.ShouldBe("/ledger/export?status=open");
    }
}
