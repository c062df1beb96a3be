using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Tests.Shell;

public class FiguresTests
{
    [Fact]
    public void Write_no_data_as_a_dash_and_never_as_zero()
    {
        Figures.Score(null).ShouldBe("–");
        Figures.Percent(null).ShouldBe("–");
        Figures.Count(null).ShouldBe("–");
        Figures.Score(0).ShouldBe("0.0");
    }

    [Fact]
    public void Write_a_real_minus_sign_and_thousands()
    {
        Figures.Change(-3.24).ShouldBe("−3.2");
        Figures.Change(5.2).ShouldBe("+5.2");
        Figures.Count(1204).ShouldBe("1,204");
        Figures.Percent(0.784).ShouldBe("78.4%");
    }
}
