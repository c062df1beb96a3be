using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Evidence: words and files, each file kept once by its hash.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0027_evidence")]
public sealed class M0027Evidence : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "evidence_file", t => t
            .Ordinal("sha256", 64).Column<int>("length").Column<byte[]>("content")
            .Key("sha256"));
        TableDraft.CreateTenant(migrationBuilder, "evidence_item", t => t
            .Column<Guid>("id").Column<Guid>("subject_id").Column<Guid>("unit_id").Column<string>("text", 500).Ordinal("sha256", 64, nullable: true).Column<string>("file_name", 120)
            .Column<Guid>("kept_by").Column<DateTime>("kept_utc")
            .Key("id").Index("subject_id").Index("unit_id").Index("sha256").Reference(["sha256"], "evidence_file", ["sha256"], ReferentialAction.Restrict).Reference("unit_id", "unit"));
    }
}
