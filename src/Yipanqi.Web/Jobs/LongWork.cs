namespace Yipanqi.Web.Jobs;

/// <summary>
/// Work of one person that goes on whether or not they watch: what it is, how it ended, where its result is. A local table, since the
/// queue is the node's own; how far it has come is kept in memory alone.
/// </summary>
public sealed class LongWork
{
    public const int TitleLength = 200;
    public const int MessageLength = 500;
    public const int LinkLength = 300;
    public const int NodeLength = 100;

    private LongWork()
    {
    }

    public Guid Id { get; private set; }

    public Guid DomainId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Name of the machine whose queue it stands in.</summary>
    public string Node { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Page it was begun from.</summary>
    public string Back { get; private set; } = "";

    public DateTime StartedUtc { get; private set; }

    public DateTime? EndedUtc { get; private set; }

    public LongWorkState State { get; private set; }

    /// <summary>How it ended, as a sentence.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Page with the result.</summary>
    public string Link { get; private set; } = "";

    public static LongWork Begin(Guid domainId, Guid personId, string node, string title, string back, DateTime nowUtc) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(nowUtc)),
        DomainId = domainId,
        PersonId = personId,
        Node = Cut(node, NodeLength),
        Title = Cut(title, TitleLength),
        Back = Cut(back, LinkLength),
        StartedUtc = nowUtc,
    };

    public void End(WorkEnd end, DateTime nowUtc)
    {
        State = end.IsDone ? LongWorkState.Done : LongWorkState.Refused;
        (Message, Link, EndedUtc) = (Cut(end.Message, MessageLength), Cut(end.Link, LinkLength), nowUtc);
    }

    /// <summary>The platform stopped while it ran: nothing of it was written, since a use case writes all or nothing.</summary>
    public void Interrupt(DateTime nowUtc) =>
        (State, Message, EndedUtc) = (LongWorkState.Interrupted, "平台重新启动，这项工作中断了，没有写入任何内容。请回到原来的页面重新开始。", nowUtc);

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
