using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>
/// For a province: columns of snapshots in chunks, lists that page by an index, figures of boards kept with the snapshot, packed
/// observations of closed quarters, and what keeps a preview up to date.
/// </summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0011_scale")]
public sealed class M0011Scale : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Chunks(migrationBuilder);
        Lines(migrationBuilder);
        Figures(migrationBuilder);
        Packed(migrationBuilder);
        Live(migrationBuilder);
    }

    // A snapshot made before has one chunk of each column: there is none of more organisations than a chunk holds.
    private static void Chunks(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "snapshot_chunk", t => t
            .Column<Guid>("snapshot_id").Column<int>("kind").Ordinal("code", 40).Column<int>("part").Column<int>("packing").Column<byte[]>("content")
            .Key("snapshot_id", "part", "kind", "code").Reference("snapshot_id", "assessment_snapshot", ReferentialAction.Cascade));
        m.Sql("INSERT INTO snapshot_chunk (tenant_id, snapshot_id, kind, code, part, packing, content) SELECT tenant_id, snapshot_id, kind, code, 0, 0, content FROM snapshot_column");
        m.DropTable("snapshot_column");
        if (m.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            // Figures hardly shrink; packing them would cost more than reading them.
            m.Sql("ALTER TABLE snapshot_chunk ALTER COLUMN content SET STORAGE EXTERNAL");
        }
    }

    private static void Lines(MigrationBuilder m)
    {
        TableDraft.AlterTenant(m, "organisation_score", t => t
            .Column<int?>("severity").Column<double?>("index_change").Column<int?>("previous_rank").Column<int?>("place").Column<bool?>("is_comparable")
            .Index("snapshot_id", "severity", "index_score").Index("snapshot_id", "peer_group_id", "place"));
        m.Sql("UPDATE organisation_score SET severity = CASE level WHEN 3 THEN 0 WHEN 2 THEN 1 WHEN 1 THEN 2 WHEN 0 THEN 4 ELSE 3 END, place = 0");
    }

    private static void Live(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "preview_mark", t => t
            .Column<Guid>("id").Column<int>("quarter_key").Column<Guid>("unit_id")
            .Key("id").Index("quarter_key"));
        TableDraft.CreateTenant(m, "unit_figure", t => t
            .Column<Guid>("snapshot_id").Column<Guid>("unit_id").Column<byte[]>("content")
            .Key("snapshot_id", "unit_id").Reference("snapshot_id", "assessment_snapshot", ReferentialAction.Cascade));
    }

    private static void Packed(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "observation_part", t => t
            .Column<int>("quarter_key").Column<int>("part").Ordinal("first_unit", 32).Ordinal("last_unit", 32).Column<byte[]>("unit_ids")
            .Key("quarter_key", "part").Index("quarter_key", "first_unit", "last_unit"));
        TableDraft.CreateTenant(m, "observation_chunk", t => t
            .Column<int>("quarter_key").Column<int>("part").Ordinal("item_code", 40).Column<byte[]>("content")
            .Key("quarter_key", "part", "item_code"));
    }

    private static void Figures(MigrationBuilder m) =>
        TableDraft.CreateTenant(m, "snapshot_figure", t => t
            .Column<Guid>("snapshot_id").Ordinal("name", 240).Column<string>("content")
            .Key("snapshot_id", "name").Reference("snapshot_id", "assessment_snapshot", ReferentialAction.Cascade));
}
