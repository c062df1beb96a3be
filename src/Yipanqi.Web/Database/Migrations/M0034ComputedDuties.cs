using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Obligations that records are found by, and those that wait for a decision.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0034_computed_duties")]
public sealed class M0034ComputedDuties : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => TableDraft.AlterTenant(migrationBuilder, "obligation", t => t
        .Column<bool>("is_computed").Filtered("state = 3 OR request IS NOT NULL", "unit_id"));
}
