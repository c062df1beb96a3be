using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>People ordered by the day of joining out of one index, those without a day at the same end on both databases.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0022_joined_order")]
public sealed class M0022JoinedOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.AlterTenant(migrationBuilder, "person_detail", t => t.Column<DateOnly>("joined_order").Index("joined_order", "staff_code"));
        migrationBuilder.Sql("UPDATE person_detail SET joined_order = joined_day WHERE joined_day IS NOT NULL");
        migrationBuilder.DropIndex("ix_person_detail_joined_day", "person_detail");
    }
}
