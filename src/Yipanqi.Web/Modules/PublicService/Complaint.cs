using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.PublicService;

/// <summary>
/// 投诉建议 about the platform or what it asks of people. Who wrote it is kept only where they leave a way to reach them:
/// no account, address or device is stored beside the text.
/// </summary>
public sealed class Complaint : ITenantOwned, IVersioned, ISearchable
{
    public const int MaxTextLength = 2000;
    public const int MaxContactLength = 100;

    /// <summary>As much of the text is found by its words.</summary>
    private const int SearchedLength = 100;

    private Complaint()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Number shown to the writer, to ask after it: the day and six characters.</summary>
    public string Number { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Contact { get; private set; } = "";

    /// <summary>The page it was written from, empty where unknown.</summary>
    public string PagePath { get; private set; } = "";

    public DateOnly ReceivedDay { get; private set; }

    public string Answer { get; private set; } = "";

    public DateTime? AnsweredUtc { get; private set; }

    public int Version { get; private set; }

    public bool IsAnswered => AnsweredUtc is not null;

    public static Complaint New(Guid tenantId, string text, string contact, string pagePath, DateOnly day)
    {
        var id = Guid.CreateVersion7();
        return new Complaint
        {
            TenantId = tenantId,
            Id = id,
            Number = $"TS{day:yyyyMMdd}-{id.ToString("N")[^6..].ToUpperInvariant()}",
            Text = text,
            Contact = contact,
            PagePath = pagePath,
            ReceivedDay = day,
        };
    }

    public void Reply(string answer, DateTime nowUtc) => (Answer, AnsweredUtc) = (answer, nowUtc);

    /// <summary>The answer is taken back: as it was before it.</summary>
    public void PutBack(string answer, DateTime? answeredUtc) => (Answer, AnsweredUtc) = (answer, answeredUtc);

    public SearchText ToSearch() => new(SearchKind.Complaint, Id, Number, [Text.Length > SearchedLength ? Text[..SearchedLength] : Text], []);
}
