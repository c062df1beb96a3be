using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Complaints and suggestions.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0004_complaints")]
public sealed class M0004Complaints : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        TableDraft.CreateTenant(migrationBuilder, "complaint", t => t
            .Column<Guid>("id").Ordinal("number", 30).Column<string>("text", 2000).Column<string>("contact", 100).Column<string>("page_path", 200)
            .Column<DateOnly>("received_day").Column<string>("answer", 2000).Column<DateTime?>("answered_utc").Column<int>("row_version")
            .Key("id").Unique("number").Index("received_day"));
}
