using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("Objection");
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Property(o => o.Subject).HasConversion<int>();
        builder.Property(o => o.State).HasConversion<int>();
        builder.Property(o => o.ItemCode).HasMaxLength(40);
        builder.Property(o => o.Grounds).HasMaxLength(Objection.MostGrounds);
        builder.Property(o => o.Evidence).HasMaxLength(Objection.MostEvidence);
        builder.Property(o => o.Answer).HasMaxLength(Objection.MostAnswer);
        builder.Property(o => o.CorrectedItem).HasMaxLength(40);
        builder.Property(o => o.CorrectedFigure).HasMaxLength(ManualMapping.FigureLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => new { o.TenantId, o.QuarterKey, o.Number }).IsUnique();
        builder.HasIndex(o => new { o.TenantId, o.UnitId });
        builder.HasIndex(o => new { o.TenantId, o.AdjustmentId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(o => new { o.TenantId, o.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Adjustment>().WithMany().HasForeignKey(o => new { o.TenantId, o.AdjustmentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
