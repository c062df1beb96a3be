namespace Yipanqi.Web.Shell.Forms;

/// <summary>What is wrong in one field and what to do; an empty field name means the form as a whole.</summary>
public sealed record FieldError(string Field, string Message);
