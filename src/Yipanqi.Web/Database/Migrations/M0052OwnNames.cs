using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>Units are also found by the spelling of their own name, without the place before it: the terms of units go, and the start writes them anew (<c>FillTerms</c>).</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0052_own_names")]
public sealed class M0052OwnNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DELETE FROM search_term WHERE kind = 1");
}
