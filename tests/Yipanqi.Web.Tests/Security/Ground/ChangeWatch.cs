namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Tells whether anything was changed since the last time it was asked, and what.</summary>
public sealed class ChangeWatch(SecurityGround ground)
{
    private RowPrints prints = ground.Prints();
    private long version = ground.DataVersion();

    public List<RowChange> Changes()
    {
        // The database says cheaply that nothing was written at all.
        if (ground.DataVersion() is var now && now == version)
        {
            return [];
        }

        version = now;
        var before = prints;
        prints = ground.Prints();
        return prints.Since(before);
    }
}
