using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>What is still to be done, by its day: a list of it does not walk through years of what was done.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0038_open_obligations")]
public sealed class M0038OpenObligations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        TableDraft.AlterTenant(migrationBuilder, "obligation", t => t.Filtered("state IN (1, 2, 4)", "due_day", "id", "state"));
}
