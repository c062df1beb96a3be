using System.Text;

namespace Yipanqi.Web.Tests.Shell;

/// <summary>The string literals of a C# file that hold Chinese, with {0}, {1} … in place of what an interpolated one inserts.</summary>
internal static class ChineseLiterals
{
    public static IEnumerable<string> In(string source)
    {
        var found = new List<string>();
        Read(source, 0, source.Length, found);
        return found.Where(HasChinese);
    }

    public static bool HasChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static void Read(string s, int at, int end, List<string> found)
    {
        while (at < end)
        {
            if (s[at] == '/' && at + 1 < end && s[at + 1] == '/')
            {
                at = Math.Max(at, s.IndexOf('\n', at) is >= 0 and var line ? line : end);
            }
            else if (s[at] == '/' && at + 1 < end && s[at + 1] == '*')
            {
                at = s.IndexOf("*/", at, StringComparison.Ordinal) + 2;
            }
            else if (s[at] == '\'')
            {
                at = s.IndexOf('\'', s[at + 1] == '\\' ? at + 3 : at + 2) + 1;
            }
            else if (s.AsSpan(at).StartsWith("\"\"\""))
            {
                at = s.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal) + 3;
            }
            else if (s[at] == '"')
            {
                at = ReadLiteral(s, at + 1, end, at > 0 && s[at - 1] == '$', found);
            }
            else
            {
                at++;
            }
        }
    }

    private static int ReadLiteral(string s, int at, int end, bool interpolated, List<string> found)
    {
        var text = new StringBuilder();
        for (var holes = 0; at < end && s[at] != '"'; at++)
        {
            if (s[at] == '\\')
            {
                at++;
                text.Append(s[at] == 'n' ? '\n' : s[at]);
            }
            else if (interpolated && s[at] == '{' && s[at + 1] != '{')
            {
                var close = CloseOf(s, at);
                Read(s, at + 1, close, found);
                text.Append('{').Append(holes++).Append('}');
                at = close;
            }
            else
            {
                at += interpolated && s[at] is '{' or '}' && s[at + 1] == s[at] ? 1 : 0;
                text.Append(s[at]);
            }
        }

        found.Add(text.ToString());
        return at + 1;
    }

    // The brace that ends a hole: braces and strings inside are skipped.
    private static int CloseOf(string s, int open)
    {
        var depth = 0;
        for (var at = open; ; at++)
        {
            if (s[at] == '"')
            {
                at = s.IndexOf('"', at + 1);
            }
            else if (s[at] == '{')
            {
                depth++;
            }
            else if (s[at] == '}' && --depth == 0)
            {
                return at;
            }
        }
    }
}
