using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Fusion points of key tasks and Party measures, and the records of the stages of both tracks.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0030_fusion")]
public sealed class M0030Fusion : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "fusion_point", t => t
            .Column<Guid>("id").Column<Guid>("task_id").Column<Guid>("party_unit_id").Column<string>("kind", 40).Column<string>("name", 100)
            .Column<string>("change", 500).Column<string>("whom", 200).Column<string>("measure", 500).Column<Guid?>("owner_person_id")
            .Column<DateOnly>("from_day").Column<int>("state").Column<DateOnly?>("ended_day").Column<string>("end_reason", 500).Column<Guid>("added_by")
            .Column<int?>("rating").Column<string>("rating_reason", 500).Column<Guid?>("rated_by").Column<DateTime?>("rated_utc").Column<int>("row_version")
            .Key("id").Index("task_id", "state").Index("party_unit_id", "state").Index("from_day", "id").Index("owner_person_id")
            .Reference("task_id", "business_task").Reference("party_unit_id", "unit").Reference("owner_person_id", "person"));
        TableDraft.CreateTenant(migrationBuilder, "stage_record", t => t
            .Column<Guid>("id").Column<Guid>("task_id").Column<Guid?>("fusion_point_id").Column<Guid>("holder_id").Column<int>("stage").Column<int>("number")
            .Column<DateOnly>("day").Column<string>("text", 1000).Column<string>("evidence", 500).Column<string>("out_of_order_reason", 500)
            .Column<string>("correction_reason", 500).Column<Guid>("recorded_by").Column<DateTime>("recorded_utc").Column<DateTime?>("replaced_utc")
            .Key("id").Unique("holder_id", "stage", "number").Index("task_id", "stage").Index("fusion_point_id").Index("day")
            .Reference("task_id", "business_task").Reference("fusion_point_id", "fusion_point"));
        TableDraft.CreateTenant(migrationBuilder, "stage_plan", t => t
            .Column<Guid>("task_id").Column<int>("stage").Column<DateOnly>("due_day").Column<int>("row_version")
            .Key("task_id", "stage").Reference("task_id", "business_task", ReferentialAction.Cascade));
    }
}
