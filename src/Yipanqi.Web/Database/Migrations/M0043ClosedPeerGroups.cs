using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Peer groups that are closed: kept for the quarters in which they were ranked.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0043_closed_peer_groups")]
public sealed class M0043ClosedPeerGroups : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => TableDraft.AlterTenant(migrationBuilder, "peer_group", t => t.Column<DateOnly?>("closed_day"));
}
