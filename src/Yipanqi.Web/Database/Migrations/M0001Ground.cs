using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Accounts, the directory of tenants, units, people, posts and the journal.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0001_ground")]
public sealed class M0001Ground : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        Directory(migrationBuilder);
        Units(migrationBuilder);
        People(migrationBuilder);
        Journal(migrationBuilder);
    }

    private static void Accounts(MigrationBuilder m)
    {
        TableDraft.CreateLocal(m, "account", t => t
            .Column<Guid>("id").Column<Guid>("domain_id").Column<bool>("disabled")
            .Optional<string>("user_name", 256).Optional<string>("normalized_user_name", 256)
            .Optional<string>("email", 256).Optional<string>("normalized_email", 256).Column<bool>("email_confirmed")
            .Optional<string>("password_hash").Optional<string>("security_stamp").Optional<string>("concurrency_stamp")
            .Optional<string>("phone_number").Column<bool>("phone_number_confirmed").Column<bool>("two_factor_enabled")
            .Column<DateTimeOffset?>("lockout_end").Column<bool>("lockout_enabled").Column<int>("access_failed_count")
            .Key("id").Index("normalized_email").Unique("normalized_user_name"));
        TableDraft.CreateLocal(m, "account_claim", t => t
            .Counter("id").Column<Guid>("user_id").Optional<string>("claim_type").Optional<string>("claim_value")
            .Key("id").Index("user_id").Reference("user_id", "account", ReferentialAction.Cascade));
        TableDraft.CreateLocal(m, "account_login", t => t
            .Column<string>("login_provider").Column<string>("provider_key").Optional<string>("provider_display_name").Column<Guid>("user_id")
            .Key("login_provider", "provider_key").Index("user_id").Reference("user_id", "account", ReferentialAction.Cascade));
        TableDraft.CreateLocal(m, "account_token", t => t
            .Column<Guid>("user_id").Column<string>("login_provider").Column<string>("name").Optional<string>("value")
            .Key("user_id", "login_provider", "name").Reference("user_id", "account", ReferentialAction.Cascade));
    }

    private static void Directory(MigrationBuilder m)
    {
        TableDraft.CreateLocal(m, "domain", t => t
            .Column<Guid>("id").Column<string>("name", 200).Column<string>("short_name", 60).Column<bool>("is_demo").Column<DateTime>("created_utc")
            .Key("id"));
        TableDraft.CreateLocal(m, "data_protection_key", t => t
            .Column<Guid>("id").Column<string>("friendly_name", 200).Column<string>("xml")
            .Key("id"));
    }

    private static void Units(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "peer_group", t => t
            .Column<Guid>("id").Ordinal("name", 60).Column<int>("sort_order")
            .Key("id").Unique("name"));
        TableDraft.CreateTenant(m, "unit", t => t
            .Column<Guid>("id").Ordinal("code", 64).Column<string>("name", 200).Column<string>("short_name", 60).Column<string>("kind", 60)
            .Column<int>("track").Column<Guid?>("parent_id").Ordinal("path", 200).Column<int>("depth").Column<int>("sort_order")
            .Column<bool>("is_assessed").Column<Guid?>("peer_group_id").Column<string>("note").Column<int>("row_version")
            .Key("id").Unique("code").Unique("path").Index("parent_id").Index("peer_group_id")
            .Reference("parent_id", "unit").Reference("peer_group_id", "peer_group"));
        TableDraft.CreateTenant(m, "unit_link", t => t
            .Column<Guid>("party_unit_id").Column<Guid>("administrative_unit_id")
            .Key("party_unit_id", "administrative_unit_id").Index("administrative_unit_id")
            .Reference("party_unit_id", "unit", ReferentialAction.Cascade).Reference("administrative_unit_id", "unit"));
    }

    private static void People(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "person", t => t
            .Column<Guid>("id").Column<string>("name", 60).Column<Guid?>("account_id").Column<int>("row_version")
            .Key("id").Unique("account_id"));
        TableDraft.CreateTenant(m, "post", t => t
            .Column<Guid>("id").Column<Guid>("person_id").Column<Guid>("unit_id").Column<int>("role").Column<string>("title", 60)
            .Column<DateOnly>("from_day").Column<DateOnly?>("to_day")
            .Key("id").Index("person_id").Index("unit_id")
            .Reference("person_id", "person", ReferentialAction.Cascade).Reference("unit_id", "unit"));
    }

    private static void Journal(MigrationBuilder m) =>
        TableDraft.CreateTenant(m, "journal_entry", t => t
            .Column<Guid>("id").Column<Guid?>("actor_id").Column<DateTime>("at_utc").Column<string>("action", 100)
            .Column<string>("subject_type", 100).Column<Guid?>("subject_id").Column<string>("reason").Column<string>("detail")
            .Key("id").Index("at_utc").Index("subject_id"));
}
