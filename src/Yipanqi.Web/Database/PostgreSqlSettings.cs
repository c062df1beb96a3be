using Npgsql;

namespace Yipanqi.Web.Database;

/// <summary>What a connection of the application's role is told when it opens. docs/decisions/0145.</summary>
public static class PostgreSqlSettings
{
    private const string PageCost = "random_page_cost";

    /// <summary>
    /// Reading a page anywhere costs hardly more than reading the next: true of memory and of disks without moving parts. The server's own assumption, four times
    /// as much, makes it read all units rather than look up the two thousand of a word. What the operator says of it stands.
    /// </summary>
    public static string With(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.Options?.Contains(PageCost, StringComparison.Ordinal) != true)
        {
            settings.Options = $"{settings.Options} -c {PageCost}=1.1".TrimStart();
        }

        return settings.ToString();
    }
}
