using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>An objective as lists show it.</summary>
/// <param name="TiedText">Of the business objective it serves; empty where there is none or it is not for the actor.</param>
/// <param name="Serving">How many Party objectives serve it.</param>
public sealed record ObjectiveLine(Guid Id, int Year, Track Track, Guid UnitId, string UnitCode, string UnitName, string Text, Guid? TiedToId, string TiedText, string TiedUnit, int Serving, int Version)
{
    public bool IsTied => TiedToId is not null || Serving > 0;
}
