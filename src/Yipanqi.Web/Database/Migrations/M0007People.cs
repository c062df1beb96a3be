using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database.Migrations;

/// <summary>People in detail, the branches they belong to, committees and their terms.</summary>
[DbContext(typeof(YipanqiDb))]
[Migration("0007_people")]
public sealed class M0007People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        People(migrationBuilder);
        Terms(migrationBuilder);
    }

    private static void People(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "person_detail", t => t
            .Column<Guid>("person_id").Ordinal("staff_code", 40).Column<int>("gender").Column<DateOnly?>("birth_month").Column<int>("status")
            .Column<DateOnly?>("joined_day").Column<DateOnly?>("full_member_day").Column<Guid?>("work_unit_id").Column<bool>("is_key_post").Column<Guid?>("branch_id")
            .Column<string>("phone_sealed").Column<string>("phone_masked", 40).Column<string>("phone_hash", 64)
            .Column<string>("identity_sealed").Column<string>("identity_masked", 40).Ordinal("identity_hash", 64, nullable: true).Column<int>("row_version")
            .Key("person_id").Unique("staff_code").Unique("identity_hash").Index("branch_id").Index("work_unit_id").Index("joined_day")
            .Reference("person_id", "person", ReferentialAction.Cascade).Reference("branch_id", "unit").Reference("work_unit_id", "unit"));
        TableDraft.CreateTenant(m, "membership", t => t
            .Column<Guid>("id").Column<Guid>("person_id").Column<Guid>("unit_id").Column<DateOnly>("from_day").Column<DateOnly?>("to_day")
            .Column<int>("began_by").Column<int?>("ended_by").Column<string>("note", 500)
            .Key("id").Unique("person_id", "from_day").Index("unit_id", "from_day")
            .Reference("person_id", "person", ReferentialAction.Cascade).Reference("unit_id", "unit"));
        TableDraft.CreateTenant(m, "personal_key", t => t.Column<string>("sealed").Key());
    }

    private static void Terms(MigrationBuilder m)
    {
        TableDraft.CreateTenant(m, "committee_term", t => t
            .Column<Guid>("id").Column<Guid>("unit_id").Column<int>("number").Column<DateOnly>("elected_day").Column<int>("term_years").Column<int?>("seats")
            .Column<DateOnly>("regular_due_day").Column<DateOnly>("due_day").Column<string>("approver", 100).Column<string>("approval_document", 200).Column<DateOnly?>("ended_day").Column<int>("row_version")
            .Key("id").Unique("unit_id", "elected_day").Index("due_day").Reference("unit_id", "unit"));
        TableDraft.CreateTenant(m, "party_post", t => t
            .Column<Guid>("id").Column<Guid>("term_id").Column<Guid>("person_id").Column<int>("role").Column<int>("began_by")
            .Column<DateOnly>("from_day").Column<DateOnly?>("to_day")
            .Key("id").Index("term_id").Index("person_id")
            .Reference("term_id", "committee_term", ReferentialAction.Cascade).Reference("person_id", "person", ReferentialAction.Cascade));
    }
}
