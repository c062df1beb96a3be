using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Names spelt in pinyin, and the terms that searching finds things by.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0006_search")]
public sealed class M0006Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "unit", "person" })
        {
            TableDraft.AlterTenant(migrationBuilder, table, t => t
                .Ordinal("initials", 60).Ordinal("sort_key", 200)
                .Index("initials").Index("sort_key"));
        }

        TableDraft.CreateTenant(migrationBuilder, "search_term", t => t
            .Column<Guid>("subject_id").Ordinal("term", 64).Column<byte>("kind").Column<byte>("place")
            .Key("subject_id", "term").Index("kind", "term", "place", "subject_id"));
    }
}
