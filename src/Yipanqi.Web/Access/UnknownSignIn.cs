namespace Yipanqi.Web.Access;

/// <summary>How often a day someone tried a name that no account has. A local row; it also makes such a try cost what any other costs.</summary>
public sealed class UnknownSignIn
{
    public DateOnly Day { get; set; }

    public int Guesses { get; set; }
}
