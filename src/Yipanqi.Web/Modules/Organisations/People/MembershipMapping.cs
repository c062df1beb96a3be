using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.People;

public sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Membership");
        builder.HasKey(m => new { m.TenantId, m.Id });
        builder.Property(m => m.Note).HasMaxLength(500);
        builder.HasIndex(m => new { m.TenantId, m.PersonId, m.FromDay }).IsUnique();
        builder.HasIndex(m => new { m.TenantId, m.UnitId, m.FromDay });
        builder.HasOne<Person>().WithMany().HasForeignKey(m => new { m.TenantId, m.PersonId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => new { m.TenantId, m.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
