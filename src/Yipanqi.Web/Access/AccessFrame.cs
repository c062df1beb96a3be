using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

/// <summary>Tells the frame of every page whose tenant this is and who reads.</summary>
public sealed class AccessFrame(DomainQuery domains, WaitingCounts waiting) : IFrameSource
{
    public async Task<FrameFacts> ReadAsync(HttpContext context)
    {
        if (context.FindActor() is not { } actor)
        {
            return new FrameFacts();
        }

        var domain = await domains.FindAsync(actor.TenantId, context.RequestAborted);
        return new FrameFacts
        {
            TenantName = domain?.ShortName,
            PersonName = actor.Name,
            PostName = actor.PostTitle,
            IsDemo = domain?.IsDemo == true,
            Counts = await waiting.CountAsync(actor, context.RequestAborted),
            Allows = name => Enum.TryParse<Permission>(name, out var permission) && actor.Can(permission),
        };
    }
}
