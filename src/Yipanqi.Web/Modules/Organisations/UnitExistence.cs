namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Which units a list shows.</summary>
public enum UnitExistence
{
    Open,
    Closed,
    All,
}
