namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the writer of a bulletin may say; the figures are not theirs to change.</summary>
/// <param name="Sign">发文字号中的机关代字和文种，例如“示直工通”.</param>
/// <param name="Addressee">主送机关.</param>
/// <param name="Overall">On the overall situation; may be empty.</param>
/// <param name="Comment">On the common weak points; may be empty.</param>
/// <param name="Demands">What is asked of everyone next; may be empty.</param>
public sealed record BulletinRemarks(string Sign, string Addressee, string Overall, string Comment, string Demands);
