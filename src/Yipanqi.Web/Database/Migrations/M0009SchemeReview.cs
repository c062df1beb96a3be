using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Who submitted and reviewed a version of a scheme, and the steps by which its draft was written.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0009_scheme_review")]
public sealed class M0009SchemeReview : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.AlterTenant(migrationBuilder, "scheme", t => t
            .Column<DateTime?>("submitted_utc").Column<Guid?>("submitted_by").Column<DateTime?>("reviewed_utc").Column<Guid?>("reviewed_by")
            .Optional<string>("review_note", 500));
        TableDraft.CreateTenant(migrationBuilder, "scheme_edit", t => t
            .Column<Guid>("scheme_id").Column<int>("number").Column<Guid>("person_id").Column<DateTime>("at_utc").Column<string>("what", 200)
            .Column<byte[]>("before").Column<bool>("undone")
            .Key("scheme_id", "number").Reference("scheme_id", "scheme", ReferentialAction.Cascade));
    }
}
