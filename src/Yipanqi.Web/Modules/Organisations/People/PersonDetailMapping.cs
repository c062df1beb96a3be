using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.People;

public sealed class PersonDetailMapping : IEntityTypeConfiguration<PersonDetail>
{
    public void Configure(EntityTypeBuilder<PersonDetail> builder)
    {
        builder.ToTable("PersonDetail");
        builder.HasKey(d => new { d.TenantId, d.PersonId });
        builder.Property(d => d.StaffCode).HasMaxLength(40);
        builder.Property(d => d.PhoneMasked).HasMaxLength(40);
        builder.Property(d => d.PhoneHash).HasMaxLength(64);
        builder.Property(d => d.IdentityMasked).HasMaxLength(40);
        builder.Property(d => d.IdentityHash).HasMaxLength(64);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Facts);
        builder.HasIndex(d => new { d.TenantId, d.StaffCode }).IsUnique();
        builder.HasIndex(d => new { d.TenantId, d.IdentityHash }).IsUnique();
        builder.HasIndex(d => new { d.TenantId, d.BranchId });
        builder.HasIndex(d => new { d.TenantId, d.WorkUnitId });
        builder.HasIndex(d => new { d.TenantId, d.JoinedOrder, d.StaffCode });
        builder.HasOne<Person>().WithMany().HasForeignKey(d => new { d.TenantId, d.PersonId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => new { d.TenantId, d.BranchId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => new { d.TenantId, d.WorkUnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
