namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>As the register has it. The number is stored.</summary>
public enum Gender
{
    Unknown = 0,
    Male = 1,
    Female = 2,
}
