using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class CycleMapping : IEntityTypeConfiguration<QuarterCycle>, IEntityTypeConfiguration<QuarterStep>
{
    public void Configure(EntityTypeBuilder<QuarterCycle> builder)
    {
        builder.ToTable("QuarterCycle");
        builder.HasKey(c => new { c.TenantId, c.QuarterKey });
        builder.Ignore(c => c.Quarter);
        builder.Property(c => c.State).HasConversion<int>();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.TenantId, c.SchemeId });
        builder.HasOne<Scheme>().WithMany().HasForeignKey(c => new { c.TenantId, c.SchemeId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<QuarterStep> builder)
    {
        builder.ToTable("QuarterStep");
        builder.HasKey(s => new { s.TenantId, s.QuarterKey, s.Number });
        builder.Property(s => s.From).HasConversion<int>();
        builder.Property(s => s.To).HasConversion<int>();
        builder.Property(s => s.Reason).HasMaxLength(500);
        builder.HasOne<QuarterCycle>().WithMany().HasForeignKey(s => new { s.TenantId, s.QuarterKey }).OnDelete(DeleteBehavior.Cascade);
    }
}
