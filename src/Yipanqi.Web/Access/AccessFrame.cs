using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

/// <summary>Tells the frame of every page whose tenant this is and who reads.</summary>
public sealed class AccessFrame(DomainQuery domains, IEnumerable<IWaitingCount> waiting) : IFrameSource
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
            Counts = await CountsAsync(actor, context.RequestAborted),
            Allows = name => Enum.TryParse<Permission>(name, out var permission) && actor.Can(permission),
        };
    }

    private async Task<Dictionary<string, int>> CountsAsync(Actor actor, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>();
        foreach (var module in waiting)
        {
            foreach (var (address, count) in await module.CountAsync(actor, cancellation))
            {
                counts[address] = count;
            }
        }

        return counts;
    }
}
