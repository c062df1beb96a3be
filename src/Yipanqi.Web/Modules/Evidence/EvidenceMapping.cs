using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Evidence;

public sealed class EvidenceMapping : IEntityTypeConfiguration<EvidenceFile>, IEntityTypeConfiguration<EvidenceItem>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("EvidenceFile");
        builder.HasKey(f => new { f.TenantId, f.Sha256 });
        builder.Property(f => f.Sha256).HasMaxLength(HashLength);
    }

    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.ToTable("EvidenceItem");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Text).HasMaxLength(EvidenceItem.TextLength);
        builder.Property(e => e.Sha256).HasMaxLength(HashLength);
        builder.Property(e => e.FileName).HasMaxLength(EvidenceItem.FileNameLength);
        builder.HasIndex(e => new { e.TenantId, e.SubjectId });
        builder.HasOne<EvidenceFile>().WithMany().HasForeignKey(e => new { e.TenantId, e.Sha256 }).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => new { e.TenantId, e.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
