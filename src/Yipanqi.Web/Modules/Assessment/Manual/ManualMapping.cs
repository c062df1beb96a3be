using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class ManualMapping : IEntityTypeConfiguration<ManualFigure>
{
    internal const int FigureLength = 80;

    public void Configure(EntityTypeBuilder<ManualFigure> builder)
    {
        builder.ToTable("ManualFigure");
        builder.HasKey(f => new { f.TenantId, f.QuarterKey, f.UnitId, f.ItemCode });
        builder.Property(f => f.ItemCode).HasMaxLength(40);
        builder.Property(f => f.State).HasConversion<int>();
        builder.Property(f => f.SelfFigure).HasMaxLength(FigureLength);
        builder.Property(f => f.Evidence).HasMaxLength(ManualFigure.MostEvidence);
        builder.Property(f => f.Document).HasMaxLength(ManualFigure.MostDocument);
        builder.Property(f => f.FileName).HasMaxLength(ManualFigure.MostFileName);
        builder.Property(f => f.ReviewedFigure).HasMaxLength(FigureLength);
        builder.Property(f => f.ReviewNote).HasMaxLength(ManualFigure.MostNote);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => new { f.TenantId, f.QuarterKey, f.State });
        builder.HasIndex(f => new { f.TenantId, f.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => new { f.TenantId, f.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
