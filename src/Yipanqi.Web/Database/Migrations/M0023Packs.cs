using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Which template pack a tenant was set up with.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0023_packs")]
public sealed class M0023Packs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.AlterLocal(migrationBuilder, "domain", t => t.Column<string>("pack", 20));
        migrationBuilder.Sql("UPDATE domain SET pack = 'organ'");
    }
}
