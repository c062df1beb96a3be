using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Working days that a committee imported or changed, over those that are shipped.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0024_calendar")]
public sealed class M0024Calendar : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "calendar_year", t => t
            .Column<Guid>("id").Column<int>("year").Column<bool>("is_imported").Column<string>("source", 300).Column<int>("changes").Column<int>("row_version")
            .Key("id").Unique("year"));
        TableDraft.CreateTenant(migrationBuilder, "calendar_day", t => t
            .Column<Guid>("id").Column<Guid>("year_id").Column<DateOnly>("day").Column<bool>("is_working").Column<string>("name", 40).Column<bool>("is_change").Column<string>("reason", 500)
            .Key("id").Reference("year_id", "calendar_year").Unique("year_id", "day", "is_change"));
    }
}
