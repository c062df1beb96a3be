using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Yipanqi.Web.Shell.Levels;
using Yipanqi.Web.Shell.Parts;

namespace Yipanqi.Web.Shell.Chess;

/// <summary>
/// Writes the rows of a chessboard, each as one piece of markup: two hundred tasks have a thousand cells, and all of them in one text are too large an object to make for every
/// reader. The stones stand on the page once, in <c>ChessStones</c>.
/// </summary>
public sealed class ChessMarkup(HtmlEncoder encoder)
{
    // Room for any row: a builder that has grown takes new room again whenever it is cleared.
    private readonly StringBuilder html = new(4 * 1024);

    public static IEnumerable<MarkupString> Of(HtmlEncoder encoder, IReadOnlyList<ChessRow> rows)
    {
        var markup = new ChessMarkup(encoder);
        foreach (var row in rows)
        {
            yield return new(row.Markup ??= markup.Written(row));
        }
    }

    /// <summary>One stone a task, each as one piece of markup.</summary>
    /// <param name="named">With the title to be seen, and not only read out.</param>
    public static IEnumerable<MarkupString> Overview(HtmlEncoder encoder, IEnumerable<(string Href, string Title, StoneForm Stone)> tasks, bool named)
    {
        foreach (var (href, title, stone) in tasks)
        {
            var told = encoder.Encode(title);
            yield return new($"<li><a href=\"{encoder.Encode(href)}\" title=\"{told}\"><svg viewBox=\"8 0 60 36\" aria-hidden=\"true\"><use href=\"#{stone.Id}\"/></svg><span class=\"{(named ? "nm" : "y-vh")}\">{told}</span></a></li>");
        }
    }

    private string Written(ChessRow row)
    {
        html.Clear();
        Write(row);
        return html.ToString();
    }

    private void Write(ChessRow row)
    {
        html.Append("<tr role=\"row\"");
        Attribute("id", row.Anchor);
        html.Append("><th scope=\"row\" role=\"rowheader\" class=\"task\">");
        _ = row.Href is null ? html.Append("<span class=\"y-b\">") : html.Append("<a href=\"").Append(encoder.Encode(row.Href)).Append("\">");
        Text(row.Title).Append(row.Href is null ? "</span>" : "</a>").Append("<span class=\"s\">");
        Text(row.Note).Append("</span></th>");
        foreach (var cell in row.Cells)
        {
            Write(cell);
        }

        Write(row.Next);
        html.Append("</tr>");
    }

    private void Write(ChessCell? cell)
    {
        if (cell is null)
        {
            html.Append("<td class=\"cell is-none\" role=\"cell\"></td>");
            return;
        }

        html.Append("<td class=\"cell").Append(cell.IsAhead ? " is-ahead" : "").Append("\" role=\"cell\"");
        Attribute("data-stage", cell.Stage);
        html.Append('>');
        if (cell.Href is not null)
        {
            html.Append("<a class=\"open\" href=\"").Append(encoder.Encode(cell.Href)).Append("\">");
        }

        html.Append("<span class=\"y-vh\">");
        Text(cell.Spoken).Append("</span><svg class=\"y-stone\" viewBox=\"0 0 76 36\" aria-hidden=\"true\"><use href=\"#").Append(StoneForm.Of(cell.State, cell.LagDays).Id)
            .Append("\"/></svg><span aria-hidden=\"true\"><span class=\"dates\">");
        _ = cell.Business is null ? Text(cell.Party) : Dates(cell.Party, cell.Business);
        html.Append("</span><br><span class=\"say");
        _ = cell.Tone is { } tone ? html.Append(' ').Append(tone) : html;
        html.Append("\">");
        Text(cell.Says).Append("</span>");
        if (cell.More is { } more)
        {
            html.Append("<br><span class=\"more\">");
            Text(more).Append("</span>");
        }

        html.Append("</span>").Append(cell.Href is null ? "" : "</a>").Append("</td>");
    }

    private void Write(ChessNext next)
    {
        html.Append("<td class=\"now\" role=\"cell\"><span class=\"y-chip ").Append(Chip.StyleOf(next.State)).Append("\">");
        Text(next.Word).Append("</span><span class=\"s\">");
        Text(next.Step).Append(next.Who.Length > 0 ? "<br>" : "");
        Text(next.Who).Append("</span></td>");
    }

    private StringBuilder Dates(string party, string business)
    {
        html.Append("<span class=\"p\">");
        Text(party).Append("</span><i>/</i><span class=\"b\">");
        return Text(business).Append("</span>");
    }

    private StringBuilder Text(string text) => html.Append(encoder.Encode(text));

    private void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $" {name}=\"{encoder.Encode(value)}\"");
        }
    }
}
