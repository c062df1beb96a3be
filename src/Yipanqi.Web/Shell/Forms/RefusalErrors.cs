using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Forms;

/// <summary>Shows what a use case refused at the fields of the form.</summary>
public static class RefusalErrors
{
    /// <param name="form">Name of the page's form parameter, which stands before each field's name: Input.Secret.</param>
    public static FormErrors Of(IEnumerable<Refusal> refusals, string form = "Input")
    {
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            errors.Add(refusal.Field.Length > 0 && form.Length > 0 ? $"{form}.{refusal.Field}" : refusal.Field, Text.T.Of(refusal.Message));
        }

        return errors;
    }
}
