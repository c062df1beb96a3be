using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Lists of duties with their versions.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0025_duties")]
public sealed class M0025Duties : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateTenant(migrationBuilder, "responsibility_list", t => t
            .Column<Guid>("id").Ordinal("code", 12).Column<string>("name", 60).Column<string>("basis", 300)
            .Key("id").Unique("code"));
        TableDraft.CreateTenant(migrationBuilder, "list_version", t => t
            .Column<Guid>("id").Column<Guid>("list_id").Column<int>("number").Column<int>("state").Column<string>("change_note", 500).Column<string>("authors", 4000).Column<int>("edits")
            .Column<Guid>("created_by").Column<DateTime>("created_utc").Column<Guid?>("submitted_by").Column<DateTime?>("submitted_utc").Column<Guid?>("reviewed_by").Column<DateTime?>("reviewed_utc")
            .Column<string>("review_note", 500).Column<Guid?>("published_by").Column<DateTime?>("published_utc").Column<DateOnly?>("effective_day").Column<int>("row_version")
            .Key("id").Unique("list_id", "number").Reference("list_id", "responsibility_list", ReferentialAction.Cascade));
        TableDraft.CreateTenant(migrationBuilder, "duty", t => t
            .Column<Guid>("id").Column<Guid>("list_version_id").Column<int>("position").Ordinal("code", 20).Column<int>("level").Column<string>("post_title", 60)
            .Column<string>("wording", 300).Column<string>("clause", 300).Column<int>("frequency").Column<int>("due_anchor").Column<int>("due_offset").Column<bool>("due_in_working_days")
            .Column<int>("reminder_days").Column<string>("evidence_kind", 60).Column<string>("standard", 300).Column<string>("computed_from", 60).Column<int>("minutes")
            .Column<string>("feeds", 20).Column<string>("parent_code", 20)
            .Key("id").Unique("list_version_id", "code").Reference("list_version_id", "list_version", ReferentialAction.Cascade));
    }
}
