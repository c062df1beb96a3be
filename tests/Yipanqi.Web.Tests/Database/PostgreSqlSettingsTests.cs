using Microsoft.EntityFrameworkCore;
using Npgsql;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class PostgreSqlSettingsTests
{
    private const string Both = "-c random_page_cost=1.1 -c citus.propagate_set_commands=local";

    [Fact]
    public void Says_what_a_page_costs_beside_what_the_operator_says() =>
        OptionsOf(PostgreSqlSettings.With("Host=h;Options=-c search_path=public")).ShouldBe("-c search_path=public " + Both);

    [Fact]
    public void Says_it_where_the_operator_says_nothing() => OptionsOf(PostgreSqlSettings.With("Host=h")).ShouldBe(Both);

    [Fact]
    public void Leaves_what_the_operator_says_of_it()
    {
        OptionsOf(PostgreSqlSettings.With("Host=h;Options=-c random_page_cost=3")).ShouldBe("-c random_page_cost=3 -c citus.propagate_set_commands=local");
        OptionsOf(PostgreSqlSettings.With("Host=h;Options=-c citus.propagate_set_commands=none")).ShouldBe("-c citus.propagate_set_commands=none -c random_page_cost=1.1");
    }

    [Fact]
    public void Keeps_the_password() => new NpgsqlConnectionStringBuilder(PostgreSqlSettings.With("Host=h;Password=p;")).Password.ShouldBe("p");

    [Fact]
    public async Task Holds_each_time_a_connection_is_taken_again()
    {
        using var database = new TestDatabase(DatabaseKind.PostgreSql);

        for (var i = 0; i < 2; i++)
        {
            (await database.UnitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Database.SqlQueryRaw<string>("SELECT current_setting('random_page_cost') || current_setting('citus.propagate_set_commands') AS \"Value\"").SingleAsync(), default)).ShouldBe("1.1local");
        }
    }

    private static string? OptionsOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Options;
}
