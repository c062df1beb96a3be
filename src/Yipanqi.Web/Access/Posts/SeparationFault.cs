namespace Yipanqi.Web.Access;

/// <summary>Why a post cannot be granted beside those a person holds at the same time.</summary>
public enum SeparationFault
{
    None,
    NotAtTheTop,
    AlreadyHeld,
    SecondAdministrator,
    BusinessOfAdministrator,
    AdministratorInBusiness,
}
