namespace Yipanqi.Web.Shell.Forms;

/// <summary>What a form was refused for, in the order of its fields.</summary>
public sealed class FormErrors
{
    private readonly List<FieldError> all = [];

    public IReadOnlyList<FieldError> All => all;

    public bool Any => all.Count > 0;

    public void Add(string? field, string message) => all.Add(new(field ?? "", message));

    public string? For(string field) => all.Find(e => e.Field == field)?.Message;
}
