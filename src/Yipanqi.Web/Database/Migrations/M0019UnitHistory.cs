using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Units as they were on a day, their changes, temporary Party organisations, the rules of peer groups.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0019_unit_history")]
public sealed class M0019UnitHistory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Units(migrationBuilder);
        Events(migrationBuilder);
        Temporary(migrationBuilder);
        TableDraft.AlterTenant(migrationBuilder, "peer_group", t => t
            .Column<string>("kind_words", 200).Column<int?>("least_members").Column<int?>("most_members").Column<string>("basis", 500).Column<int>("row_version"));
        TableDraft.AlterTenant(migrationBuilder, "organisation_score", t => t
            .Ordinal("scope_path", 200).Index("snapshot_id", "scope_path"));
        TableDraft.CopyColumn(migrationBuilder, "organisation_score", "path", "scope_path");
    }

    private static void Units(MigrationBuilder m)
    {
        TableDraft.AlterTenant(m, "unit", t => t.Column<DateOnly?>("founded_day").Column<DateOnly?>("since_day").Column<DateOnly?>("closed_day"));
        TableDraft.CreateTenant(m, "unit_past", t => t
            .Column<Guid>("unit_id").Column<DateOnly>("from_day").Column<DateOnly>("to_day").Column<string>("name", 200).Column<string>("short_name", 60)
            .Column<string>("kind", 60).Column<Guid?>("parent_id").Column<bool>("is_assessed").Column<Guid?>("peer_group_id")
            .Key("unit_id", "from_day").Index("to_day").Reference("unit_id", "unit", ReferentialAction.Cascade));
    }

    private static void Events(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "unit_event", t => t
            .Column<Guid>("id").Column<int>("kind").Column<Guid>("unit_id").Column<DateOnly>("day").Column<string>("before", 200).Column<string>("after", 200)
            .Column<string>("basis", 200).Column<string>("note", 500).Column<Guid?>("person_id").Column<DateTime>("at_utc").Column<string>("state")
            .Column<DateTime?>("reverted_utc").Column<string>("revert_reason", 500).Column<int>("row_version")
            .Key("id").Index("unit_id", "at_utc").Reference("unit_id", "unit"));
        TableDraft.CreateTenant(m, "unit_event_part", t => t
            .Column<Guid>("event_id").Column<Guid>("unit_id")
            .Key("event_id", "unit_id").Index("unit_id")
            .Reference("event_id", "unit_event", ReferentialAction.Cascade).Reference("unit_id", "unit"));
    }

    private static void Temporary(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "temporary_organisation", t => t
            .Column<Guid>("unit_id").Column<string>("purpose", 500).Column<string>("basis", 200).Column<DateOnly>("from_day").Column<DateOnly>("until_day")
            .Column<DateOnly?>("dissolved_day").Column<string>("result", 2000).Column<int>("row_version")
            .Key("unit_id").Index("dissolved_day", "until_day").Reference("unit_id", "unit"));
        TableDraft.CreateTenant(m, "temporary_member", t => t
            .Column<Guid>("unit_id").Column<Guid>("person_id").Column<int>("role").Column<DateOnly>("from_day").Column<DateOnly?>("to_day")
            .Key("unit_id", "person_id", "from_day").Index("person_id")
            .Reference(["unit_id"], "temporary_organisation", ["unit_id"], ReferentialAction.Cascade).Reference("person_id", "person", ReferentialAction.Cascade));
    }
}
