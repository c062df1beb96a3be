using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Yipanqi.Web.Shell.Levels;

namespace Yipanqi.Web.Modules.Assessment.Pages.Board;

/// <summary>Writes tiles, one an organisation, as one piece of markup: a board of hundreds is drawn at every visit.</summary>
public sealed class LevelTiles(AskedQuarter asked, IReadOnlyList<string> words, HtmlEncoder encoder)
{
    // Longer names may be cut off in a tile and are told in full by its title.
    private const int ShortName = 6;

    private readonly string query = encoder.Encode(asked.At(""));

    /// <param name="organisations">In the order they are shown.</param>
    public MarkupString Of(IReadOnlyList<BoardOrganisation> organisations)
    {
        var html = new StringBuilder(320 * organisations.Count);
        foreach (var organisation in organisations)
        {
            Write(organisation, html);
        }

        return new(html.ToString());
    }

    private void Write(BoardOrganisation organisation, StringBuilder html)
    {
        var mark = organisation.Level.Mark();
        var (style, name, word) = (mark.Style(), encoder.Encode(organisation.ShortName), words[(int)mark]);
        html.Append("<li><a class=\"is-").Append(style).Append("\" href=\"").Append(AssessmentLinks.Organ(organisation.UnitId)).Append(query).Append('"');
        if (organisation.ShortName.Length > ShortName)
        {
            html.Append(" title=\"").Append(name).Append('"');
        }

        html.Append("><svg class=\"y-shape\" aria-hidden=\"true\"><use href=\"#lv-").Append(mark == LevelMark.Red ? "red-solid" : style).Append("\"/></svg><span class=\"nm\">")
            .Append(name).Append("</span><span class=\"n\">");
        _ = mark == LevelMark.None
            ? html.Append(word)
            : html.Append("<span class=\"y-vh\">").Append(word).Append(" </span>").Append(Shown.Score(organisation.Index));
        html.Append("</span></a></li>");
    }
}
