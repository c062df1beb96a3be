using Yipanqi.Web.Database;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Tells whether anything was changed since the last time it was asked, and what.</summary>
public sealed class ChangeWatch(SecurityGround ground)
{
    private RowPrints prints = ground.Prints();
    private long version = ground.Database.Kind == DatabaseKind.Sqlite ? ground.DataVersion() : 0;

    public List<RowChange> Changes()
    {
        // SQLite says cheaply that nothing was written at all.
        if (ground.Database.Kind == DatabaseKind.Sqlite)
        {
            var now = ground.DataVersion();
            if (now == version)
            {
                return [];
            }

            version = now;
        }

        var before = prints;
        prints = ground.Prints();
        return prints.Since(before);
    }
}
