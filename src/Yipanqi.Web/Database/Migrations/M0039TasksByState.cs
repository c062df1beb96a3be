using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Key tasks of one state in the order of their day: those that are late, among many done before.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0039_tasks_by_state")]
public sealed class M0039TasksByState : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => TableDraft.AlterTenant(migrationBuilder, "business_task", t => t.Index("state", "due_day", "code"));
}
