using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Forms;

/// <summary>Shows what a use case refused at the fields of the form.</summary>
public static class RefusalErrors
{
    public static FormErrors Of(IEnumerable<Refusal> refusals)
    {
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            errors.Add(refusal.Field, refusal.Message);
        }

        return errors;
    }
}
