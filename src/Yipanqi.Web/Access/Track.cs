namespace Yipanqi.Web.Access;

/// <summary>The two trees: 党组织 and 行政单位.</summary>
public enum Track
{
    Party = 1,
    Administrative = 2,
}
