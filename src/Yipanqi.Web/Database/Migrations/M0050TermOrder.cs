using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Terms of units and key tasks carry the place of their subject in the order of its list: docs/decisions/0159.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0050_term_order")]
public sealed class M0050TermOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.AlterTenant(migrationBuilder, "search_term", t => t.Ordinal("list_key", 80).Filtered("list_key <> ''", "kind", "term", "list_key"));
        migrationBuilder.Sql("""
            UPDATE search_term SET list_key = (
              SELECT CAST(u.track AS text) || substr('0' || u.depth, length('0' || u.depth) - 1) || substr('000000' || u.sort_order, length('000000' || u.sort_order) - 6) || u.code
              FROM unit u WHERE u.tenant_id = search_term.tenant_id AND u.id = search_term.subject_id)
            WHERE kind = 1 AND EXISTS (SELECT 1 FROM unit u WHERE u.tenant_id = search_term.tenant_id AND u.id = search_term.subject_id)
            """);
        migrationBuilder.Sql("""
            UPDATE search_term SET list_key = (
              SELECT CAST(b.state AS text) || replace(CAST(b.due_day AS text), '-', '') || b.code FROM business_task b WHERE b.tenant_id = search_term.tenant_id AND b.id = search_term.subject_id)
            WHERE kind = 6 AND EXISTS (SELECT 1 FROM business_task b WHERE b.tenant_id = search_term.tenant_id AND b.id = search_term.subject_id)
            """);
    }
}
