using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>What is due of the lists, unit by unit and period by period.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0026_obligations")]
public sealed class M0026Obligations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        TableDraft.CreateTenant(migrationBuilder, "obligation", t => t
            .Column<Guid>("id").Column<Guid>("duty_id").Ordinal("duty_code", 20).Column<int>("level").Column<Guid>("unit_id").Column<Guid>("person_id").Ordinal("period_key", 8)
            .Column<DateOnly>("due_day").Column<bool>("is_provisional").Column<bool>("is_extended").Column<int>("state").Column<string>("result", 500).Column<DateOnly?>("done_day")
            .Column<Guid?>("done_by").Column<string>("decision", 500).Column<Guid?>("decided_by").Column<DateTime?>("decided_utc").Column<int?>("request").Column<DateOnly?>("request_day")
            .Column<string>("request_reason", 500).Column<Guid?>("request_by").Column<int>("row_version")
            .Key("id").Unique("unit_id", "duty_code", "person_id", "period_key").Index("unit_id", "due_day").Index("person_id", "due_day").Index("due_day", "id").Index("duty_id", "period_key")
            .Reference("duty_id", "duty").Reference("unit_id", "unit"));
}
