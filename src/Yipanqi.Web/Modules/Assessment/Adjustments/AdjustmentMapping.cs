using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class AdjustmentMapping : IEntityTypeConfiguration<Adjustment>
{
    public void Configure(EntityTypeBuilder<Adjustment> builder)
    {
        builder.ToTable("Adjustment");
        builder.HasKey(a => new { a.TenantId, a.Id });
        builder.Property(a => a.Kind).HasConversion<int>();
        builder.Property(a => a.State).HasConversion<int>();
        builder.Property(a => a.Basis).HasMaxLength(Adjustment.MostBasis);
        builder.Property(a => a.Document).HasMaxLength(Adjustment.MostDocument);
        builder.Property(a => a.Withdrawal).HasMaxLength(500);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.TenantId, a.QuarterKey, a.State });
        builder.HasIndex(a => new { a.TenantId, a.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(a => new { a.TenantId, a.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
