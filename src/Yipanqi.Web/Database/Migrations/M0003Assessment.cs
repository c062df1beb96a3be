using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Schemes, observations, snapshots with their columns and one line per organisation.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0003_assessment")]
public sealed class M0003Assessment : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Inputs(migrationBuilder);
        Snapshots(migrationBuilder);
        Organisations(migrationBuilder);
    }

    private static void Inputs(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "scheme", t => t
            .Column<Guid>("id").Ordinal("code", 40).Column<string>("name", 120).Column<int>("number").Column<int>("status")
            .Column<byte[]>("definition").Column<string>("definition_hash", 64).Column<DateTime>("created_utc").Column<Guid>("created_by")
            .Column<DateTime?>("published_utc").Column<Guid?>("published_by").Column<int>("row_version")
            .Key("id").Unique("code", "number"));
        TableDraft.CreateTenant(m, "observation", t => t
            .Column<int>("quarter_key").Column<Guid>("unit_id").Ordinal("item_code", 40).Column<double?>("value").Column<double?>("numerator")
            .Column<double?>("denominator").Column<double?>("sample_size").Column<string>("parts").Column<int>("absence").Column<string>("source", 120)
            .Column<DateTime>("as_of_utc").Column<DateTime>("recorded_utc").Column<Guid>("recorded_by").Column<Guid?>("import_id")
            .Key("quarter_key", "unit_id", "item_code").Index("unit_id").Index("import_id").Reference("unit_id", "unit"));
    }

    private static void Snapshots(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "assessment_snapshot", t => t
            .Column<Guid>("id").Column<int>("quarter_key").Column<int>("number").Column<int>("status").Column<Guid>("scheme_id")
            .Column<string>("input_hash", 64).Column<string>("result_hash", 64).Column<string>("engine_version", 40).Column<long>("seed")
            .Column<string>("parameters").Column<int>("organisations").Column<int>("scored").Column<int>("observations")
            .Column<DateTime>("created_utc").Column<Guid>("created_by").Column<DateTime?>("published_utc").Column<Guid?>("published_by")
            .Column<Guid?>("replaces_id").Column<string>("reason").Column<int>("row_version")
            .Key("id").Unique("quarter_key", "number").Index("scheme_id").Reference("scheme_id", "scheme"));
        TableDraft.CreateTenant(m, "snapshot_column", t => t
            .Column<Guid>("snapshot_id").Column<int>("kind").Ordinal("code", 40).Column<byte[]>("content")
            .Key("snapshot_id", "kind", "code").Reference("snapshot_id", "assessment_snapshot", ReferentialAction.Cascade));
    }

    private static void Organisations(MigrationBuilder m) =>
        TableDraft.CreateTenant(m, "organisation_score", t => t
            .Column<Guid>("snapshot_id").Column<int>("position").Column<Guid>("unit_id").Column<string>("code", 64).Column<string>("short_name", 60)
            .Ordinal("path", 200).Column<int>("tier").Column<Guid?>("peer_group_id").Column<double?>("index_score").Column<double?>("party_score")
            .Column<double?>("business_score").Column<double?>("gap").Column<double?>("classical_c").Column<double?>("adjusted_c")
            .Column<double?>("coordination").Column<byte?>("level").Column<string>("signals").Column<int>("rank").Column<int>("rank_low")
            .Column<int>("rank_high").Column<int>("ranked").Column<byte>("verdict").Column<int>("reported").Column<int>("not_applicable")
            .Column<int>("not_due").Column<int>("not_reported").Column<int>("suppressed")
            .Key("snapshot_id", "position").Index("snapshot_id", "path").Index("unit_id", "snapshot_id")
            .Reference("snapshot_id", "assessment_snapshot", ReferentialAction.Cascade));
}
