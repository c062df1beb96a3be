using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Bulletins of published quarters, and what organisations say of a quarter.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0020_reports")]
public sealed class M0020Reports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "bulletin", t => t
            .Column<Guid>("id").Column<int>("quarter_key").Column<Guid>("snapshot_id").Column<int>("state").Ordinal("sign", 30).Column<string>("addressee", 120)
            .Column<string>("overall", 2000).Column<string>("comment", 2000).Column<string>("demands", 2000).Column<int?>("year").Column<int?>("serial")
            .Optional<string>("content").Column<string>("content_hash", 64).Column<DateTime>("drafted_utc").Column<Guid>("drafted_by").Column<DateTime>("edited_utc").Column<Guid>("edited_by")
            .Column<DateTime?>("issued_utc").Column<Guid?>("issued_by").Column<int>("row_version")
            .Key("id").Unique("sign", "year", "serial").Index("quarter_key").Index("snapshot_id").Reference("snapshot_id", "assessment_snapshot"));
        TableDraft.CreateTenant(migrationBuilder, "stage_talk", t => t
            .Column<int>("quarter_key").Column<Guid>("unit_id").Column<string>("highlights", 1000).Column<string>("problems", 1000).Column<string>("example_title", 60)
            .Column<string>("example", 2000).Column<DateTime>("written_utc").Column<Guid>("written_by").Column<string>("comment", 1000).Column<DateTime?>("commented_utc")
            .Column<Guid?>("commented_by").Column<bool>("is_spread").Column<int>("row_version")
            .Key("quarter_key", "unit_id").Index("unit_id").Index("is_spread", "quarter_key").Reference("unit_id", "unit"));
    }
}
