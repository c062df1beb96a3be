using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Accounts that wait for approval, proposals of the system administrator, the age of secrets, and what the journal is looked up by.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0005_access")]
public sealed class M0005Access : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        Proposals(migrationBuilder);
        Journal(migrationBuilder);
    }

    private static void Accounts(MigrationBuilder m)
    {
        TableDraft.AlterLocal(m, "account", t => t
            .Column<bool>("pending").Column<bool>("must_change_secret").Column<DateTime?>("secret_changed_utc").Column<DateTime?>("enabled_utc")
            .Column<DateTime?>("last_sign_in_utc").Column<DateTime?>("locked_until_utc")
            .Index("domain_id", "normalized_user_name").Index("domain_id", "last_sign_in_utc"));
        TableDraft.AlterLocal(m, "domain", t => t.Column<int>("secret_max_age_days"));
        m.Sql("UPDATE domain SET secret_max_age_days = 90");
        TableDraft.CreateLocal(m, "unknown_sign_in", t => t.Column<DateOnly>("day").Column<int>("guesses").Key("day"));
    }

    private static void Proposals(MigrationBuilder m) =>
        TableDraft.CreateTenant(m, "proposal", t => t
            .Column<Guid>("id").Column<int>("kind").Column<int>("status").Column<Guid>("person_id").Column<Guid>("account_id")
            .Column<string>("person_name", 60).Column<string>("user_name", 60).Column<bool>("makes_person")
            .Column<Guid?>("post_id").Column<Guid?>("unit_id").Column<int?>("role").Column<string>("title", 60)
            .Column<DateOnly?>("from_day").Column<DateOnly?>("to_day").Optional<string>("secret_hash").Column<string>("reason", 500)
            .Column<Guid>("proposed_by").Column<DateTime>("proposed_utc").Column<Guid?>("decided_by").Column<DateTime?>("decided_utc")
            .Column<string>("answer", 500).Column<int>("row_version")
            .Key("id").Index("status", "proposed_utc").Index("account_id", "proposed_utc").Index("unit_id").Reference("unit_id", "unit"));

    private static void Journal(MigrationBuilder m)
    {
        if (m.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            m.Sql("""ALTER TABLE journal_entry ALTER COLUMN action TYPE character varying(100) COLLATE "C" """);
        }

        TableDraft.AlterTenant(m, "journal_entry", t => t.Index("actor_id", "at_utc").Index("action", "at_utc"));
    }
}
