using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Posts;

/// <summary>关键岗位 of a key task and the member who holds it; vacant while nobody is named.</summary>
public sealed class KeyPost : ITenantOwned, IVersioned
{
    public const int TitleLength = 100;

    /// <summary>Most posts of one task.</summary>
    public const int MostOfTask = 50;

    private KeyPost()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TaskId { get; private set; }

    public string Title { get; private set; } = "";

    public Guid? PersonId { get; private set; }

    public int Version { get; private set; }

    public static KeyPost New(BusinessTask task, string title, Guid? personId) =>
        new() { TenantId = task.TenantId, Id = Guid.CreateVersion7(), TaskId = task.Id, Title = title, PersonId = personId };

    /// <summary>True where something did change.</summary>
    public bool Fill(string title, Guid? personId)
    {
        var before = (Title, PersonId);
        (Title, PersonId) = (title, personId);
        return before != (Title, PersonId);
    }
}
