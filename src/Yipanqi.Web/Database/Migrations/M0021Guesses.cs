using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>How many guesses at secrets came from where; since when a sent form is being dealt with.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0021_guesses")]
public sealed class M0021Guesses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TableDraft.CreateLocal(migrationBuilder, "guess_count", t => t
            .Column<string>("source", 48).Column<int>("guesses").Column<DateTime>("until_utc")
            .Key("source").Index("until_utc"));
        TableDraft.AlterLocal(migrationBuilder, "sent_form", t => t.Column<DateTime?>("open_since_utc"));
    }
}
