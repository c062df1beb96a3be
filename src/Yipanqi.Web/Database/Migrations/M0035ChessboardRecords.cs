using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>What a chessboard reads of the records lies in one index: more than a thousand of them stand behind two hundred tasks.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0035_chessboard_records")]
public sealed class M0035ChessboardRecords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.AlterTenant(migrationBuilder, "stage_record", t => t.Index("task_id", "stage", "holder_id", "day", "replaced_utc"));
        migrationBuilder.DropIndex("ix_stage_record_task_id_stage", "stage_record");
    }
}
