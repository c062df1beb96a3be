using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>What temporary Party organisations report to the organisation that approved them.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0049_temporary_reports")]
public sealed class M0049TemporaryReports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => TableDraft.CreateTenant(migrationBuilder, "temporary_report", t => t
        .Column<Guid>("id").Column<Guid>("unit_id").Column<DateOnly>("day").Column<string>("text", 2000)
        .Column<Guid>("reported_by").Column<DateTime>("reported_utc").Column<DateTime?>("withdrawn_utc").Column<string>("withdrawn_reason", 500)
        .Key("id").Index("unit_id", "day").Reference(["unit_id"], "temporary_organisation", ["unit_id"], ReferentialAction.Cascade));
}
