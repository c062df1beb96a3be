namespace Yipanqi.Web.Shell.Frame;

/// <summary>Where the frame learns about tenant and reader; Access implements it.</summary>
public interface IFrameSource
{
    Task<FrameFacts> ReadAsync(HttpContext context);
}
