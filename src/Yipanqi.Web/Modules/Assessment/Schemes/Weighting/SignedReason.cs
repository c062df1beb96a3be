namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A reason that a person put their name to, for something the rules allow only so. A file does not carry it over.</summary>
public sealed record SignedReason(string Text, string By, DateOnly On)
{
    public const int MostLength = 500;
}
