using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> builder)
    {
        builder.ToTable("Bulletin");
        builder.HasKey(b => new { b.TenantId, b.Id });
        builder.Ignore(b => b.Remarks);
        builder.Property(b => b.State).HasConversion<int>();
        builder.Property(b => b.Sign).HasMaxLength(Bulletin.MostSign);
        builder.Property(b => b.Addressee).HasMaxLength(Bulletin.MostAddressee);
        builder.Property(b => b.Overall).HasMaxLength(Bulletin.MostText);
        builder.Property(b => b.Comment).HasMaxLength(Bulletin.MostText);
        builder.Property(b => b.Demands).HasMaxLength(Bulletin.MostText);
        builder.Property(b => b.ContentHash).HasMaxLength(64);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => new { b.TenantId, b.Sign, b.Year, b.Serial }).IsUnique();
        builder.HasIndex(b => new { b.TenantId, b.QuarterKey });
        builder.HasIndex(b => new { b.TenantId, b.SnapshotId });
        builder.HasOne<AssessmentSnapshot>().WithMany().HasForeignKey(b => new { b.TenantId, b.SnapshotId }).OnDelete(DeleteBehavior.Restrict);
    }
}
