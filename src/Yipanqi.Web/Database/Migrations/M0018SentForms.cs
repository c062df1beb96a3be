using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Keys of forms that were sent, so that none is dealt with twice.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0018_sent_forms")]
public sealed class M0018SentForms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        TableDraft.CreateLocal(migrationBuilder, "sent_form", t => t
            .Column<Guid>("account_id").Column<Guid>("key").Column<DateOnly>("day").Optional<string>("location")
            .Key("account_id", "key").Index("day"));
}
