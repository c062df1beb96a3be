using Npgsql;

namespace Yipanqi.Web.Database;

/// <summary>What a connection of the application's role is told when it opens. docs/decisions/0145, 0157.</summary>
public static class PostgreSqlSettings
{
    /// <summary>
    /// Reading a page anywhere costs hardly more than reading the next: true of memory and of disks without moving parts. The server's own assumption, four times
    /// as much, makes it read all units rather than look up the two thousand of a word.
    /// </summary>
    private const string PageCost = "random_page_cost";

    /// <summary>On a sharded server the tenant of a unit of work is told to every shard; else row-level security shows nothing there, and says nothing. Others ignore it.</summary>
    private const string Propagation = "citus.propagate_set_commands";

    /// <summary>What the operator says of either stands.</summary>
    public static string With(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        foreach (var (name, value) in new[] { (PageCost, "1.1"), (Propagation, "local") })
        {
            if (settings.Options?.Contains(name, StringComparison.Ordinal) != true)
            {
                settings.Options = $"{settings.Options} -c {name}={value}".TrimStart();
            }
        }

        return settings.ToString();
    }
}
