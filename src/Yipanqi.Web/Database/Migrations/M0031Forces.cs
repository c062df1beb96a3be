using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Task forces with members and goals; pledges of members.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0031_forces")]
public sealed class M0031Forces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "task_force", t => t
            .Column<Guid>("id").Column<Guid>("task_id").Column<Guid>("party_unit_id").Column<int>("kind").Column<string>("name", 100)
            .Column<DateOnly>("from_day").Column<DateOnly>("until_day").Column<DateOnly?>("ended_day").Column<string>("result", 2000)
            .Column<string>("away_place", 100).Column<DateOnly?>("away_from").Column<DateOnly?>("away_until").Column<int>("away_days")
            .Column<Guid?>("temporary_unit_id").Column<DateOnly?>("temporary_from").Column<int>("row_version")
            .Key("id").Index("task_id").Index("party_unit_id").Index("ended_day", "until_day").Index("temporary_unit_id")
            .Reference("task_id", "business_task").Reference("party_unit_id", "unit").Reference("temporary_unit_id", "unit"));
        TableDraft.CreateTenant(migrationBuilder, "force_member", t => t
            .Column<Guid>("force_id").Column<Guid>("person_id").Column<DateOnly>("from_day").Column<DateOnly?>("left_day").Column<bool>("is_leader")
            .Key("force_id", "person_id", "from_day").Index("person_id")
            .Reference("force_id", "task_force", ReferentialAction.Cascade).Reference("person_id", "person", ReferentialAction.Cascade));
        TableDraft.CreateTenant(migrationBuilder, "force_goal", t => t
            .Column<Guid>("id").Column<Guid>("force_id").Column<string>("text", 300).Column<DateOnly>("due_day").Column<DateOnly?>("met_day")
            .Column<string>("result", 500).Column<int>("row_version")
            .Key("id").Index("force_id").Index("due_day").Reference("force_id", "task_force", ReferentialAction.Cascade));
        TableDraft.CreateTenant(migrationBuilder, "pledge", t => t
            .Column<Guid>("id").Column<Guid>("person_id").Column<Guid>("unit_id").Column<Guid?>("task_id").Column<string>("text", 300)
            .Column<DateOnly>("made_day").Column<DateOnly>("due_day").Column<int>("state").Column<DateOnly?>("fulfilled_day").Column<string>("result", 500)
            .Column<string>("remark", 500).Column<Guid?>("decided_by").Column<DateTime?>("decided_utc").Column<int>("row_version")
            .Key("id").Index("due_day", "id").Index("unit_id", "due_day").Index("person_id").Index("task_id")
            .Reference("person_id", "person", ReferentialAction.Cascade).Reference("unit_id", "unit").Reference("task_id", "business_task"));
    }
}
