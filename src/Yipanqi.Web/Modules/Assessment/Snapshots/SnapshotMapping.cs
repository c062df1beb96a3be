using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class SnapshotMapping :
    IEntityTypeConfiguration<AssessmentSnapshot>, IEntityTypeConfiguration<SnapshotColumn>, IEntityTypeConfiguration<OrganisationScore>
{
    public void Configure(EntityTypeBuilder<AssessmentSnapshot> builder)
    {
        builder.ToTable("AssessmentSnapshot");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.Ignore(s => s.Quarter);
        builder.Property(s => s.InputHash).HasMaxLength(64);
        builder.Property(s => s.ResultHash).HasMaxLength(64);
        builder.Property(s => s.EngineVersion).HasMaxLength(40);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.TenantId, s.QuarterKey, s.Number }).IsUnique();
        builder.HasIndex(s => new { s.TenantId, s.SchemeId });
        builder.HasOne<Scheme>().WithMany().HasForeignKey(s => new { s.TenantId, s.SchemeId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SnapshotColumn> builder)
    {
        builder.ToTable("SnapshotColumn");
        builder.HasKey(c => new { c.TenantId, c.SnapshotId, c.Kind, c.Code });
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.HasOne<AssessmentSnapshot>().WithMany().HasForeignKey(c => new { c.TenantId, c.SnapshotId }).OnDelete(DeleteBehavior.Cascade);
    }

    // The unit is named, not referenced: a published snapshot outlives every change of the units.
    public void Configure(EntityTypeBuilder<OrganisationScore> builder)
    {
        builder.ToTable("OrganisationScore");
        builder.HasKey(s => new { s.TenantId, s.SnapshotId, s.Position });
        builder.Property(s => s.Code).HasMaxLength(64);
        builder.Property(s => s.ShortName).HasMaxLength(60);
        builder.Property(s => s.Path).HasMaxLength(200);
        builder.Property(s => s.ScopePath).HasMaxLength(200);
        builder.HasIndex(s => new { s.TenantId, s.SnapshotId, s.Path });
        builder.HasIndex(s => new { s.TenantId, s.SnapshotId, s.ScopePath });
        builder.HasIndex(s => new { s.TenantId, s.UnitId, s.SnapshotId });
        builder.HasOne<AssessmentSnapshot>().WithMany().HasForeignKey(s => new { s.TenantId, s.SnapshotId }).OnDelete(DeleteBehavior.Cascade);
    }
}
