using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Demo;

/// <summary>Names that nobody bears: a surname, and one of two dozen given names that speak of the example.</summary>
public sealed class DemoNames(SeededRandom random)
{
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳";
    private const string First = "示范样例虚拟设想";
    private const string Second = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    public string Next() => $"{Pick(Surnames)}{Pick(First)}{Pick(Second)}";

    private char Pick(string from) => from[(int)(random.NextDouble() * from.Length)];
}
