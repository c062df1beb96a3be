namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>What kind of temporary organisation it is, kept as the kind of its unit. A larger one may have smaller ones below it.</summary>
public enum TemporaryKind
{
    Branch = 1,
    GeneralBranch = 2,
    Committee = 3,
}
