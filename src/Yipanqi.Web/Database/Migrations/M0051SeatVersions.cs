using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Seats are corrected: of two who change one the second is told.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0051_seat_versions")]
public sealed class M0051SeatVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => TableDraft.AlterTenant(migrationBuilder, "party_post", t => t.Column<int>("row_version"));
}
