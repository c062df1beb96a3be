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
        TableDraft.AddIndex(migrationBuilder, "unit", "track", "depth", "sort_order", "code");
        TableDraft.AddIndex(migrationBuilder, "unit", "depth", "track", "sort_order", "code");
        TableDraft.AddIndex(migrationBuilder, "unit", "sort_order", "code");
        TableDraft.AddIndex(migrationBuilder, "unit", "kind");
    }
}
