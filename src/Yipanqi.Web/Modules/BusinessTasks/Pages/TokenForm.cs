using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages;

/// <summary>The fields of a token as they were posted.</summary>
public sealed class TokenForm
{
    public string? System { get; set; }

    public Picked? Unit { get; set; }
}
