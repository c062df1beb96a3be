using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// 阶段发言 of an organisation on a published quarter: what went well, what did not, and an example others may take up. The level above comments on it
/// and may mark the example for spreading; from the first comment on the talk itself stays as it is.
/// </summary>
public sealed class StageTalk : ITenantOwned, IVersioned
{
    public const int MostText = 1000;
    public const int MostTitle = 60;
    public const int MostExample = 2000;

    private StageTalk()
    {
    }

    public Guid TenantId { get; private set; }

    public int QuarterKey { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>亮点.</summary>
    public string Highlights { get; private set; } = "";

    /// <summary>问题.</summary>
    public string Problems { get; private set; } = "";

    /// <summary>The example's title; empty where none is offered.</summary>
    public string ExampleTitle { get; private set; } = "";

    public string Example { get; private set; } = "";

    public DateTime WrittenUtc { get; private set; }

    public Guid WrittenBy { get; private set; }

    /// <summary>点评 of the level above; empty before it.</summary>
    public string Comment { get; private set; } = "";

    public DateTime? CommentedUtc { get; private set; }

    public Guid? CommentedBy { get; private set; }

    /// <summary>The level above holds the example worth spreading (可推广): all who see assessments may read it.</summary>
    public bool IsSpread { get; private set; }

    public int Version { get; private set; }

    public bool IsCommented => CommentedUtc is not null;

    public static StageTalk New(Guid tenantId, Quarter quarter, Guid unitId) => new() { TenantId = tenantId, QuarterKey = quarter.Key, UnitId = unitId };

    public void Write(string highlights, string problems, string exampleTitle, string example, Guid personId, DateTime now)
    {
        if (IsCommented)
        {
            throw new InvalidOperationException("A talk that was commented on stays as it is.");
        }

        (Highlights, Problems, ExampleTitle, Example) = (highlights, problems, exampleTitle, example);
        (WrittenBy, WrittenUtc) = (personId, now);
    }

    public void CommentOn(string comment, bool spread, Guid personId, DateTime now)
    {
        if (personId == WrittenBy || comment.Length == 0 || (spread && ExampleTitle.Length == 0))
        {
            throw new InvalidOperationException("A talk is commented on in words by another person than wrote it; only an example that is there is spread.");
        }

        (Comment, IsSpread) = (comment, spread);
        (CommentedBy, CommentedUtc) = (personId, now);
    }
}
