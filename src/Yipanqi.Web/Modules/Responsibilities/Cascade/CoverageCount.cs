namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Obligations of a duty, or of several, in a span of days; each count is part of the one before.</summary>
public readonly record struct CoverageCount(int All, int Adopted, int Done, int Accepted)
{
    public static CoverageCount operator +(CoverageCount one, CoverageCount other) =>
        new(one.All + other.All, one.Adopted + other.Adopted, one.Done + other.Done, one.Accepted + other.Accepted);

    public static CoverageCount Add(CoverageCount one, CoverageCount other) => one + other;
}
