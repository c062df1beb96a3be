namespace Yipanqi.Web.Shell.Text;

/// <summary>How a Chinese text is spelt, for finding and ordering it.</summary>
/// <param name="Initials">First letters of the syllables; Latin letters and digits stand for themselves: zfcxjsj.</param>
/// <param name="Full">The syllables without tones in one piece: zhufangchengxiangjiansheju; ü is v, as it is typed.</param>
/// <param name="SortKey">Syllable, tone and character, one after another: compared byte by byte it gives the order of a dictionary.</param>
public readonly record struct Spelling(string Initials, string Full, string SortKey)
{
    public const int InitialsLength = 60;
    public const int FullLength = 100;

    /// <summary>About twenty characters of a name; the key of an index must stay short.</summary>
    public const int SortKeyLength = 200;
}
