using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Key tasks with milestones, figures and key posts; objectives of the year.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0028_business_tasks")]
public sealed class M0028BusinessTasks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Tasks(migrationBuilder);
        Figures(migrationBuilder);
        PostsAndObjectives(migrationBuilder);
    }

    private static void Tasks(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "business_task", t => t
            .Column<Guid>("id").Ordinal("code", 40).Column<int>("plan_year").Column<string>("title", 200).Column<string>("content", 2000)
            .Column<Guid?>("lead_unit_id").Column<string>("lead_text", 200).Column<string>("partner_text", 500).Column<int>("importance").Column<string>("source_document", 200)
            .Column<DateOnly>("start_day").Column<DateOnly>("due_day").Column<bool>("is_due_derived").Column<DateOnly?>("done_day").Column<int>("state")
            .Column<string>("cancel_reason", 500).Column<string>("note", 500)
            .Ordinal("source_system", 60, nullable: true).Ordinal("source_key", 100, nullable: true).Column<DateTime?>("source_utc").Column<int>("row_version")
            .Key("id").Unique("code").Unique("source_system", "source_key")
            .Index("due_day", "code").Index("plan_year", "due_day", "code").Index("lead_unit_id", "due_day").Reference("lead_unit_id", "unit"));
        TableDraft.CreateTenant(m, "task_partner", t => t
            .Column<Guid>("task_id").Column<Guid>("unit_id")
            .Key("task_id", "unit_id").Index("unit_id").Reference("task_id", "business_task", ReferentialAction.Cascade).Reference("unit_id", "unit"));
        TableDraft.CreateTenant(m, "milestone", t => t
            .Column<Guid>("id").Column<Guid>("task_id").Column<int>("number").Column<string>("title", 200)
            .Column<DateOnly?>("planned_from").Column<DateOnly>("due_day").Column<DateOnly?>("done_day")
            .Ordinal("source_key", 100, nullable: true).Column<DateTime?>("source_utc").Column<int>("row_version")
            .Key("id").Unique("task_id", "number").Unique("task_id", "source_key").Index("due_day").Reference("task_id", "business_task", ReferentialAction.Cascade));
    }

    private static void Figures(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "key_figure", t => t
            .Column<Guid>("id").Column<Guid>("task_id").Ordinal("code", 40).Column<string>("name", 100).Column<string>("unit", 20)
            .Column<int>("direction").Column<double>("target").Column<DateOnly>("due_day").Column<int>("row_version")
            .Key("id").Unique("task_id", "code").Index("due_day").Reference("task_id", "business_task", ReferentialAction.Cascade));
        TableDraft.CreateTenant(m, "key_figure_value", t => t
            .Column<Guid>("id").Column<Guid>("key_figure_id").Column<DateOnly>("day").Column<double>("value").Column<string>("source", 100).Column<DateTime>("at_utc")
            .Key("id").Index("key_figure_id", "day").Reference("key_figure_id", "key_figure", ReferentialAction.Cascade));
    }

    private static void PostsAndObjectives(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "key_post", t => t
            .Column<Guid>("id").Column<Guid>("task_id").Column<string>("title", 100).Column<Guid?>("person_id").Column<int>("row_version")
            .Key("id").Index("task_id").Index("person_id").Reference("task_id", "business_task", ReferentialAction.Cascade).Reference("person_id", "person"));
        TableDraft.CreateTenant(m, "objective", t => t
            .Column<Guid>("id").Column<Guid>("unit_id").Column<int>("year").Column<int>("track").Column<string>("text", 500).Column<Guid?>("tied_to_id").Column<int>("row_version")
            .Key("id").Index("unit_id", "year").Index("year", "track").Index("tied_to_id").Reference("unit_id", "unit").Reference("tied_to_id", "objective"));
    }
}
