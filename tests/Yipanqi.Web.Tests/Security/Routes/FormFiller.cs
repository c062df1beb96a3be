using System.Globalization;
using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>Fills in a form as somebody would who knows nothing of it: keeps what is there, adds to texts, picks the first choice.</summary>
public static class FormFiller
{
    public static List<KeyValuePair<string, string>> Fill(SeenForm form, string mark = "改")
    {
        var values = new List<KeyValuePair<string, string>>();
        var given = RoutePolicy.Filled.GetValueOrDefault(form.Key) ?? [];
        foreach (var field in form.Fields.Where(f => f.Sent || (f.Required && f.Type == "radio")))
        {
            if (field.Type is "radio" && values.Any(v => v.Key == field.Name))
            {
                continue;
            }

            var name = field.Type == "file" ? $"{field.Name}{Session.FileMark}list.csv" : field.Name;
            values.Add(new(name, given.TryGetValue(field.Name, out var told) ? told : ValueOf(field, mark)));
        }

        values.AddRange(given.Where(g => form.Fields.All(f => f.Name != g.Key)).Select(g => new KeyValuePair<string, string>(g.Key, g.Value)));
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
        _ => Cut(field.Value + mark, field.MaxLength),
    };

    private static string Cut(string text, int? most) => most is { } length && text.Length > length ? text[^length..] : text;

    /// <summary>A text of no other form.</summary>
    public static string Mark(int number) => "改" + number.ToString(CultureInfo.InvariantCulture);
}
