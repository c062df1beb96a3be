using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Lists as people saved them, changes they may take back, and work that runs on by itself.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0013_saved_views")]
public sealed class M0013SavedViews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "saved_view", t => t
            .Column<Guid>("id").Column<Guid>("person_id").Ordinal("list", 40).Ordinal("name", 30).Column<string>("query", 1000).Column<string>("columns", 500)
            .Column<bool>("is_default").Column<int>("row_version")
            .Key("id").Unique("person_id", "list", "name").Reference("person_id", "person", ReferentialAction.Cascade));
        TableDraft.CreateTenant(migrationBuilder, "undo_offer", t => t
            .Column<Guid>("id").Column<Guid>("person_id").Column<string>("kind", 40).Column<string>("title", 200).Column<string>("state")
            .Column<DateTime>("until_utc").Column<DateTime?>("used_utc").Column<int>("row_version")
            .Key("id").Index("person_id", "until_utc").Reference("person_id", "person", ReferentialAction.Cascade));
        TableDraft.CreateLocal(migrationBuilder, "long_work", t => t
            .Column<Guid>("id").Column<Guid>("domain_id").Column<Guid>("person_id").Column<string>("node", 100).Column<string>("title", 200).Column<string>("back", 300)
            .Column<DateTime>("started_utc").Column<DateTime?>("ended_utc").Column<int>("state").Column<string>("message", 500).Column<string>("link", 300)
            .Key("id").Index("domain_id", "person_id", "started_utc").Index("node", "state"));
    }
}
