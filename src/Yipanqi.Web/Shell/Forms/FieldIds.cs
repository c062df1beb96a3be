namespace Yipanqi.Web.Shell.Forms;

/// <summary>Ids that fields, their help, their errors and the summary's links share.</summary>
public static class FieldIds
{
    public static string Control(string name) => "f-" + string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '-'));

    public static string Help(string name) => Control(name) + "-help";

    public static string Error(string name) => Control(name) + "-error";

    public static string? DescribedBy(string name, bool help, bool error) => (help, error) switch
    {
        (true, true) => $"{Error(name)} {Help(name)}",
        (true, false) => Help(name),
        (false, true) => Error(name),
        _ => null,
    };
}
