using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class ObservationMapping : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("Observation");
        builder.HasKey(o => new { o.TenantId, o.QuarterKey, o.UnitId, o.ItemCode });
        builder.Property(o => o.ItemCode).HasMaxLength(40);
        builder.Property(o => o.Source).HasMaxLength(120);
        builder.Property(o => o.Absence).HasConversion<int>();
        builder.HasIndex(o => new { o.TenantId, o.UnitId });
        builder.HasIndex(o => new { o.TenantId, o.ImportId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(o => new { o.TenantId, o.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
