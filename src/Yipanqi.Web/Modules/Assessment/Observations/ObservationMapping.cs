using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class ObservationMapping :
    IEntityTypeConfiguration<Observation>, IEntityTypeConfiguration<ObservationPart>, IEntityTypeConfiguration<ObservationChunk>,
    IEntityTypeConfiguration<SourceReading>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("Observation");
        builder.HasKey(o => new { o.TenantId, o.QuarterKey, o.UnitId, o.ItemCode });
        builder.Ignore(o => o.Told);
        builder.Ignore(o => o.From);
        builder.Property(o => o.ItemCode).HasMaxLength(40);
        builder.Property(o => o.Source).HasMaxLength(120);
        builder.Property(o => o.Absence).HasConversion<int>();
        builder.HasIndex(o => new { o.TenantId, o.UnitId });
        builder.HasIndex(o => new { o.TenantId, o.ImportId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(o => new { o.TenantId, o.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SourceReading> builder)
    {
        builder.ToTable("SourceReading");
        builder.HasKey(r => new { r.TenantId, r.QuarterKey, r.Source });
        builder.Property(r => r.Source).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<ObservationPart> builder)
    {
        builder.ToTable("ObservationPart");
        builder.HasKey(p => new { p.TenantId, p.QuarterKey, p.Part });
        builder.Property(p => p.FirstUnit).HasMaxLength(32);
        builder.Property(p => p.LastUnit).HasMaxLength(32);
        builder.HasIndex(p => new { p.TenantId, p.QuarterKey, p.FirstUnit, p.LastUnit });
    }

    public void Configure(EntityTypeBuilder<ObservationChunk> builder)
    {
        builder.ToTable("ObservationChunk");
        builder.HasKey(c => new { c.TenantId, c.QuarterKey, c.Part, c.ItemCode });
        builder.Property(c => c.ItemCode).HasMaxLength(40);
    }
}
