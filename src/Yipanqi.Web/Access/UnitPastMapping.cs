using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Access;

public sealed class UnitPastMapping : IEntityTypeConfiguration<UnitPast>
{
    public void Configure(EntityTypeBuilder<UnitPast> builder)
    {
        builder.ToTable("UnitPast");
        builder.HasKey(p => new { p.TenantId, p.UnitId, p.FromDay });
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.ShortName).HasMaxLength(60);
        builder.Property(p => p.Kind).HasMaxLength(60);
        builder.HasIndex(p => new { p.TenantId, p.ToDay });
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.TenantId, p.UnitId }).OnDelete(DeleteBehavior.Cascade);
    }
}
