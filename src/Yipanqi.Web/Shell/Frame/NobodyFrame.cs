namespace Yipanqi.Web.Shell.Frame;

/// <summary>The frame while nothing knows the reader.</summary>
public sealed class NobodyFrame : IFrameSource
{
    public Task<FrameFacts> ReadAsync(HttpContext context) => Task.FromResult(new FrameFacts());
}
