using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages;

/// <summary>The fields of a key post as they were posted.</summary>
public sealed class KeyPostForm
{
    public string? Title { get; set; }

    public Picked? Person { get; set; }
}
