using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Obligations that an event asks for: what happened, and a longer key.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0033_events")]
public sealed class M0033Events : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.AlterTenant(migrationBuilder, "obligation", t => t.Column<string>("event_text", 500));
        TableDraft.Widen(migrationBuilder, "obligation", "period_key", 8, 20);
    }
}
