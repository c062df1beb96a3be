using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>When the records of which source were last read for a quarter.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0032_sources")]
public sealed class M0032Sources : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => TableDraft.CreateTenant(migrationBuilder, "source_reading", t => t
        .Column<int>("quarter_key").Ordinal("source", 40).Column<DateOnly>("as_of").Column<DateTime>("read_utc")
        .Key("quarter_key", "source"));
}
