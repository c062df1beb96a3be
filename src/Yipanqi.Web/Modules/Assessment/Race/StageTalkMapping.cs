using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class StageTalkMapping : IEntityTypeConfiguration<StageTalk>
{
    public void Configure(EntityTypeBuilder<StageTalk> builder)
    {
        builder.ToTable("StageTalk");
        builder.HasKey(t => new { t.TenantId, t.QuarterKey, t.UnitId });
        builder.Property(t => t.Highlights).HasMaxLength(StageTalk.MostText);
        builder.Property(t => t.Problems).HasMaxLength(StageTalk.MostText);
        builder.Property(t => t.ExampleTitle).HasMaxLength(StageTalk.MostTitle);
        builder.Property(t => t.Example).HasMaxLength(StageTalk.MostExample);
        builder.Property(t => t.Comment).HasMaxLength(StageTalk.MostText);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.TenantId, t.UnitId });
        builder.HasIndex(t => new { t.TenantId, t.IsSpread, t.QuarterKey });
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => new { t.TenantId, t.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
