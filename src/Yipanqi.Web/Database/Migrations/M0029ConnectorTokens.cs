using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>What business systems show to feed key tasks.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0029_connector_tokens")]
public sealed class M0029ConnectorTokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => TableDraft.CreateTenant(migrationBuilder, "connector_token", t => t
        .Column<Guid>("id").Column<string>("system", 60).Column<Guid>("unit_id").Column<string>("hash", 64)
        .Column<Guid>("issued_by_id").Column<DateTime>("issued_utc").Column<DateTime?>("revoked_utc").Column<int>("row_version")
        .Key("id").Index("unit_id").Index("issued_by_id").Reference("unit_id", "unit").Reference("issued_by_id", "person"));
}
