namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Which assessed organisations a list shows.</summary>
public enum UnitTier
{
    All = 0,

    /// <summary>机关：assessed organisations without an assessed one above them.</summary>
    Organs = 1,

    /// <summary>支部：those below another assessed organisation.</summary>
    Branches = 2,
}
