using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>The orders and filters that long lists offer.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0012_lists")]
public sealed class M0012Lists : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.MakeOrdinal(migrationBuilder, "unit", "kind", 60);
        TableDraft.AlterTenant(migrationBuilder, "unit", t => t
            .Index("track", "depth", "sort_order", "code").Index("depth", "track", "sort_order", "code").Index("sort_order", "code").Index("kind"));
    }
}
