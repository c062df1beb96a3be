using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class SupplyMapping : IEntityTypeConfiguration<SupplySheet>, IEntityTypeConfiguration<SuppliedFigure>
{
    public void Configure(EntityTypeBuilder<SupplySheet> builder)
    {
        builder.ToTable("SupplySheet");
        builder.HasKey(s => new { s.TenantId, s.QuarterKey, s.ItemCode });
        builder.Property(s => s.ItemCode).HasMaxLength(40);
        builder.Property(s => s.Statement).HasMaxLength(SupplySheet.MostWords);
        builder.Property(s => s.Withdrawal).HasMaxLength(SupplySheet.MostWords);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SuppliedFigure> builder)
    {
        builder.ToTable("SuppliedFigure");
        builder.HasKey(f => new { f.TenantId, f.QuarterKey, f.ItemCode, f.UnitId });
        builder.Property(f => f.ItemCode).HasMaxLength(40);
        builder.Property(f => f.Figure).HasMaxLength(ManualMapping.FigureLength);
        builder.HasIndex(f => new { f.TenantId, f.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => new { f.TenantId, f.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupplySheet>().WithMany().HasForeignKey(f => new { f.TenantId, f.QuarterKey, f.ItemCode }).OnDelete(DeleteBehavior.Cascade);
    }
}
