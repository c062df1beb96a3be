namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>Texts that programs stumble over; chosen for this product: Chinese forms, .NET, two databases, office files.</summary>
public static class NaughtyText
{
    public static readonly IReadOnlyList<string> All =
    [
        "", " ", "\t", "\r\n", "\0", "a\0b", "\u0001\u0008\u001F\u007F\u0085", "\uFEFF", "\u200B\u200D", "\u202Egnp.exe", "\uFFFD", "\uFFFF", "\uD800", "\uDFFFx", "e\u0301", new string('\u0301', 200), "😀👨‍👩‍👧‍👦🇨🇳", "𠮷野家𡈽",
        "ＡＢＣ１２３", "ﬀ", "ß", "İı", "null", "undefined", "NaN", "Infinity", "-0", "1e309", "-1", "0", "99999999999999999999", "2147483648", "-2147483649", "9223372036854775808", "0x1F", "1,000", "١٢٣", "½",
        "2026-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "31/12/2026", "24:00:00", "true", "on", "[]", "{}", "{\"$type\":\"x\"}", "{0}{1}{99}", "{{", "%s%n", "%00", "%", "%zz", "${7*7}", "{{7*7}}", "@(7*7)",
        "' OR '1'='1", "'; DROP TABLE unit; --", "\\", "\\'", "%_", "_", "*", "(", "[", "a' UNION SELECT null--", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>", "<!--", "&#0;", "&amp;", "javascript:alert(1)",
        "../../etc/passwd", "..\\..\\", "C:\\CON", "file:///etc/passwd", "//elsewhere.example", "http://169.254.169.254/", "=1+1", "+1", "@SUM(A1)", "\t=1", "＝1", "a\nb: c", "x\r\nSet-Cookie: y=1",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{00000000-0000-0000-0000-000000000000}", new string('长', 5000), new string('<', 3000),
    ];
}
