using System.Net;
using HtmlAgilityPack;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>One form, opened anew, filled in and sent, and what came of it.</summary>
/// <param name="Replies">Null where the page no longer shows the form.</param>
public sealed record FormRun(IReadOnlyList<Reply>? Replies, IReadOnlyList<RowChange> Changes)
{
    /// <summary>Sends the fields of the form just opened; how often and with what more is its matter.</summary>
    public delegate Task<IReadOnlyList<Reply>> Sending(Session session, SeenForm form, List<KeyValuePair<string, string>> fields);

    /// <summary>What was changed, to be compared with another run: rows by table, columns, and the numbers and choices in them.</summary>
    public string Effect => string.Join('\n', Changes.Select(c => $"{c.Table} {c.Kind}: {string.Join(", ", c.Columns.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={Comparable(v.Value)}"))}").Order(StringComparer.Ordinal));

    /// <summary>Why nothing was changed, as far as the page says.</summary>
    public string Answer
    {
        get
        {
            if (Replies is not [.., var last])
            {
                return "the page does not show the form";
            }

            var page = new HtmlDocument();
            page.LoadHtml(last.Text);
            var told = page.DocumentNode.SelectNodes("//*[contains(@class,'y-errsum')]")?.Select(n => WebUtility.HtmlDecode(n.InnerText));
            return $"{last.Status} {last.Location} {string.Join(' ', string.Join(' ', told ?? []).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
        }
    }

    public static async Task<FormRun> RunAsync(SecurityGround ground, SeenForm form, Sending send)
    {
        if (await OpenAsync(ground, form) is not { } fresh)
        {
            return new FormRun(null, []);
        }

        var before = ground.Prints();
        var replies = await send(await ground.SessionAsync(form.By), fresh, FormFiller.Fill(fresh, once: true, seen: form));
        return new FormRun(replies, ground.Prints().Since(before));
    }

    /// <summary>The form as its page shows it now; null where the page no longer does.</summary>
    public static async Task<SeenForm?> OpenAsync(SecurityGround ground, SeenForm form)
    {
        var page = new HtmlDocument();
        page.LoadHtml((await (await ground.SessionAsync(form.By)).GetAsync(form.Page)).Text);
        var same = SeenForm.In(page, form.Page, form.By, ground.RouteOf).Where(f => f.Key == form.Key).ToList();

        // Else one about another row that was seeded: what earlier forms added stands on two grounds in any order.
        return same.Find(f => f.Handler == form.Handler) ?? same.Find(f => ground.Seeded.KnownRows.In(f.Handler).Count > 0) ?? same.FirstOrDefault();
    }

    public static async Task<IReadOnlyList<Reply>> OnceAsync(Session session, SeenForm form, List<KeyValuePair<string, string>> fields) =>
        [await session.PostAsync(form.Action, fields, form.Files)];

    private static string Comparable(string value) => value.Length < 10 && (bool.TryParse(value, out _) || int.TryParse(value, out _)) ? value : "·";
}
