using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Uploaded files on their way into the platform, and what their columns meant the last time.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0002_imports")]
public sealed class M0002Imports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "import_draft", t => t
            .Column<Guid>("id").Column<Guid>("person_id").Column<string>("target", 60).Column<string>("file_name", 255).Column<string>("sha256", 64)
            .Column<byte[]>("content").Column<string>("parameters").Column<string>("sheet_name", 60).Column<int>("head_row").Column<string>("mapping")
            .Column<DateTime>("created_utc").Column<DateTime?>("committed_utc").Column<int>("added").Column<int>("updated").Column<int>("unchanged")
            .Column<string>("link", 200).Column<int>("row_version")
            .Key("id").Index("person_id").Index("created_utc").Reference("person_id", "person", ReferentialAction.Cascade));
        TableDraft.CreateTenant(migrationBuilder, "import_mapping", t => t
            .Ordinal("target", 60).Ordinal("heads_key", 64).Column<string>("fields").Column<DateTime>("updated_utc")
            .Key("target", "heads_key"));
    }
}
