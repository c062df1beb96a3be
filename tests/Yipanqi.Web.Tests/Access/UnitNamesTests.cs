using Yipanqi.Web.Access;

namespace Yipanqi.Web.Tests.Access;

public sealed class UnitNamesTests
{
    [Theory]
    [InlineData("市委组织部", "组织部")]
    [InlineData("中共示范市委组织部机关委员会", "组织部机关委员会")]
    [InlineData("示范市住房城乡建设局", "住房城乡建设局")]
    [InlineData("市政府办公室", "办公室")]
    [InlineData("自治区人大常委会机关", "常委会机关")]
    [InlineData("市总工会", "总工会")]
    [InlineData("市场监管局", null)]
    [InlineData("市政公用局", null)]
    [InlineData("教育局", null)]
    [InlineData("县委", null)]
    [InlineData("D01", null)]
    [InlineData("", null)]
    public void Leave_out_the_place_and_the_body_before(string name, string? own) => UnitNames.Own(name).ShouldBe(own);
}
