using System.Text.RegularExpressions;
using Yipanqi.Web.Shell.Forms;
using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>Fills in a form as somebody would who knows nothing of it: keeps what is there, adds to texts, picks the first choice.</summary>
public static partial class FormFiller
{
    /// <summary>In place of a value: the first box of this name is ticked, of those that were there when the form was first seen.</summary>
    public const string Ticked = "☑";

    /// <summary>In place of a value: a choice other than the one that stands there.</summary>
    public const string Another = "⇄";

    /// <param name="once">With the key that makes it count once; without, the same copy of a form can be sent again and again.</param>
    /// <param name="seen">The form as it was first seen; null where this is it.</param>
    public static List<KeyValuePair<string, string>> Fill(SeenForm form, string mark = "改", bool once = false, SeenForm? seen = null)
    {
        var values = new List<KeyValuePair<string, string>>();
        var given = RoutePolicy.Filled.GetValueOrDefault(form.Key) ?? [];
        foreach (var field in form.Fields.Where(f => once || f.Name != SendOnce.FieldName))
        {
            var told = given.GetValueOrDefault(field.Name) ?? given.GetValueOrDefault(Ids().Replace(field.Name, "·"));
            var isRadio = field.Type == "radio";
            var ticked = told == Ticked && (seen is null || seen.Fields.Any(f => f.Name == field.Name && f.Value == field.Value));
            if (!(field.Sent || ticked || (isRadio && (field.Required || told is not null))) || ((isRadio || told == Ticked) && values.Any(v => v.Key == field.Name)))
            {
                continue;
            }

            var value = told switch
            {
                null or Ticked => ValueOf(field, mark),
                Another => field.Options.FirstOrDefault(o => o.Length > 0 && o != field.Value) ?? "",
                _ => told,
            };
            values.Add(new(field.Type == "file" ? $"{field.Name}{Session.FileMark}{(value switch { ['{', ..] => "list.json", ['%', ..] => "file.pdf", _ => "list.csv" })}" : field.Name, value));
        }

        values.AddRange(given.Where(g => g.Value != Ticked && g.Key != "·" && form.Fields.All(f => f.Name != g.Key)).Select(g => new KeyValuePair<string, string>(g.Key, g.Value)));
        return values;
    }

    private static string ValueOf(SeenField field, string mark) => field.Type switch
    {
        "hidden" or "button" or "checkbox" or "radio" => field.Value,
        "select" => field.Value.Length > 0 ? field.Value : field.Options.FirstOrDefault(o => o.Length > 0) ?? "",
        "number" => field.Value.Length > 0 ? field.Value : "1",
        "date" => field.Value.Length > 0 ? field.Value : "2026-10-12",
        "email" => "someone@example.com",
        "tel" => "13800000000",
        "password" => "Yipanqi-2026",
        "file" => "编码,名称\nN1,新单位\n",
        _ when field.Value.Length > 0 && field.Type != "textarea" && field.Value.All(char.IsAscii) => field.Value, // a code, a number
        _ => Cut(field.Value + mark, field.MaxLength),
    };

    [GeneratedRegex("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}")]
    private static partial Regex Ids();

    private static string Cut(string text, int? most) => most is { } length && text.Length > length ? text[^length..] : text;
}
