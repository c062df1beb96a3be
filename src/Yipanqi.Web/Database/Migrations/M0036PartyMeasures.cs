using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Party measures as records of their own; which of them a fusion point was made from.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0036_party_measures")]
public sealed class M0036PartyMeasures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "party_measure", t => t
            .Column<Guid>("id").Ordinal("code", 40).Column<Guid?>("unit_id").Column<string>("unit_text", 200).Column<string>("kind", 40)
            .Column<string>("name", 100).Column<string>("description", 1000).Column<DateOnly>("from_day").Column<DateOnly?>("to_day")
            .Column<Guid?>("owner_person_id").Column<string>("source", 200).Column<int>("state").Column<string>("withdrawn_reason", 500).Column<int>("row_version")
            .Key("id").Unique("code").Index("from_day", "code").Index("unit_id", "state").Index("owner_person_id")
            .Reference("unit_id", "unit").Reference("owner_person_id", "person"));
        TableDraft.AlterTenant(migrationBuilder, "fusion_point", t => t.Column<Guid?>("from_measure_id").Index("from_measure_id", "state"));
    }
}
