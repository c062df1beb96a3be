using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>The quarter as a cycle: its states and steps, manual and supplied figures, bonus, deduction and veto, objections.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0010_quarter_cycle")]
public sealed class M0010QuarterCycle : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Cycle(migrationBuilder);
        Figures(migrationBuilder);
        Adjustments(migrationBuilder);
        Objections(migrationBuilder);
    }

    private static void Cycle(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "quarter_cycle", t => t
            .Column<int>("quarter_key").Column<int>("state").Column<Guid>("scheme_id").Column<DateOnly>("collect_until").Column<int>("objection_days")
            .Column<DateOnly?>("objections_until").Column<int>("step_count").Column<int>("row_version")
            .Key("quarter_key").Index("scheme_id").Reference("scheme_id", "scheme"));
        TableDraft.CreateTenant(m, "quarter_step", t => t
            .Column<int>("quarter_key").Column<int>("number").Column<int>("from").Column<int>("to").Column<DateTime>("at_utc").Column<Guid>("by_id").Column<string>("reason", 500)
            .Key("quarter_key", "number").Reference(["quarter_key"], "quarter_cycle", ["quarter_key"], ReferentialAction.Cascade));
    }

    private static void Figures(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "manual_figure", t => t
            .Column<int>("quarter_key").Column<Guid>("unit_id").Ordinal("item_code", 40).Column<int>("state").Column<string>("self_figure", 80)
            .Column<string>("evidence", 1000).Column<string>("document", 120).Column<string>("file_name", 200).Column<DateTime>("entered_utc").Column<Guid>("entered_by")
            .Column<string>("reviewed_figure", 80).Column<string>("review_note", 500).Column<DateTime?>("reviewed_utc").Column<Guid?>("reviewed_by").Column<int>("row_version")
            .Key("quarter_key", "unit_id", "item_code").Index("quarter_key", "state").Index("unit_id").Reference("unit_id", "unit"));
        TableDraft.CreateTenant(m, "supply_sheet", t => t
            .Column<int>("quarter_key").Ordinal("item_code", 40).Column<bool>("is_signed").Column<string>("statement", 500).Column<DateTime?>("signed_utc").Column<Guid?>("signed_by")
            .Column<string>("withdrawal", 500).Column<int>("row_version")
            .Key("quarter_key", "item_code"));
        TableDraft.CreateTenant(m, "supplied_figure", t => t
            .Column<int>("quarter_key").Ordinal("item_code", 40).Column<Guid>("unit_id").Column<string>("figure", 80).Column<DateTime>("entered_utc").Column<Guid>("entered_by")
            .Key("quarter_key", "item_code", "unit_id").Index("unit_id").Reference("unit_id", "unit")
            .Reference(["quarter_key", "item_code"], "supply_sheet", ["quarter_key", "item_code"], ReferentialAction.Cascade));
    }

    private static void Adjustments(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "adjustment", t => t
            .Column<Guid>("id").Column<int>("quarter_key").Column<Guid>("unit_id").Column<int>("kind").Column<int>("hundredths").Column<string>("basis", 500)
            .Column<string>("document", 120).Column<int>("state").Column<DateTime>("entered_utc").Column<Guid>("entered_by").Column<DateTime?>("confirmed_utc")
            .Column<Guid?>("confirmed_by").Column<DateTime?>("withdrawn_utc").Column<Guid?>("withdrawn_by").Column<string>("withdrawal", 500).Column<int>("row_version")
            .Key("id").Index("quarter_key", "state").Index("unit_id").Reference("unit_id", "unit"));
        TableDraft.AlterTenant(m, "organisation_score", t => t.Column<double?>("base_index"));
    }

    private static void Objections(MigrationBuilder m) =>
        TableDraft.CreateTenant(m, "objection", t => t
            .Column<Guid>("id").Column<int>("quarter_key").Column<int>("number").Column<Guid>("unit_id").Column<int>("subject").Column<string>("item_code", 40)
            .Column<Guid?>("adjustment_id").Column<string>("grounds", 2000).Column<string>("evidence", 1000).Column<int>("state").Column<DateTime>("filed_utc").Column<Guid>("filed_by")
            .Column<string>("answer", 2000).Column<DateTime?>("answered_utc").Column<Guid?>("answered_by").Column<string>("corrected_item", 40).Column<string>("corrected_figure", 80)
            .Column<double?>("index_before").Column<int>("row_version")
            .Key("id").Unique("quarter_key", "number").Index("unit_id").Index("adjustment_id")
            .Reference("unit_id", "unit").Reference("adjustment_id", "adjustment"));
}
