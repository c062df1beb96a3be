using Yipanqi.Web.Shell.Drawing;
using Yipanqi.Web.Shell.Levels;

namespace Yipanqi.Web.Tests.Shell;

public class ChartJsonTests
{
    [Fact]
    public void A_name_cannot_end_the_script_element_around_the_data()
    {
        var data = new Scatter([new("</script><script>alert(1)</script>局", 80, 70, LevelMark.Green)], [15, 25]);

        var json = ChartJson.Write(data);

        json.ShouldNotContain("<");
        json.ShouldContain("局");
        json.ShouldContain("\"level\":\"green\"");
    }

    [Fact]
    public void The_table_says_no_data_where_the_drawing_has_a_gap()
    {
        var data = new Tracks(["26Q2", "26Q3"], [80, 81], [null, 79.4]);

        data.ToTable().Rows[0].ShouldBe(["26Q2", "80.0", "–", "–"]);
        data.ToTable().Rows[1].ShouldBe(["26Q3", "81.0", "79.4", "1.6"]);
    }

    [Fact]
    public void A_point_and_its_row_in_the_table_lead_to_where_the_figures_come_from()
    {
        var data = new Tracks(["26Q2", "26Q3"], [80, 81], [78, 79.4]) { Links = ["/?quarter=2026Q2", null] };
        var steps = new Waterfall("二季度", 80, "三季度", 81, [new("A1.1", 1, "/organs/1/items/A1.1")]) { FirstHref = "/was", LastHref = "/now" };

        ChartJson.Write(data).ShouldContain("\"links\":[\"/?quarter=2026Q2\",null]");
        data.ToTable().Links.ShouldBe(["/?quarter=2026Q2", null]);
        steps.ToTable().Links.ShouldBe(["/was", "/organs/1/items/A1.1", "/now"]);
        new Tracks(["26Q2"], [80], [78]).ToTable().Links.ShouldBeNull();
    }
}
