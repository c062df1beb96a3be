using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Undo;

/// <summary>
/// A change that its maker may take back for a while, with what is needed to do so. Added by the use case in the same save as the
/// change itself; good once, for the person alone.
/// </summary>
public sealed class UndoOffer : ITenantOwned, IVersioned
{
    public const int TitleLength = 200;

    /// <summary>Long enough to notice a mistake, short enough that nobody has built on it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private UndoOffer()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Which <see cref="IUndo"/> takes it back.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What was done, in words of the page: 修改 12 个单位.</summary>
    public string Title { get; private set; } = "";

    /// <summary>JSON: what was there before, and the versions that show whether someone changed it since.</summary>
    public string State { get; private set; } = "";

    public DateTime UntilUtc { get; private set; }

    public DateTime? UsedUtc { get; private set; }

    public int Version { get; private set; }

    public static UndoOffer Of(Actor actor, string kind, string title, object state, DateTime nowUtc) => new()
    {
        TenantId = actor.TenantId,
        Id = Guid.CreateVersion7(new DateTimeOffset(nowUtc)),
        PersonId = actor.PersonId,
        Kind = kind,
        Title = title.Length > TitleLength ? title[..TitleLength] : title,
        State = JsonSerializer.Serialize(state),
        UntilUtc = nowUtc + Lifetime,
    };

    public bool IsOpen(DateTime nowUtc) => UsedUtc is null && nowUtc <= UntilUtc;

    /// <summary>Used up; the state is no longer needed.</summary>
    public void Use(DateTime nowUtc) => (UsedUtc, State) = (nowUtc, "{}");
}
