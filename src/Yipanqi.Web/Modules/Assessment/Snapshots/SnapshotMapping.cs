using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class SnapshotMapping :
    IEntityTypeConfiguration<AssessmentSnapshot>, IEntityTypeConfiguration<SnapshotChunk>, IEntityTypeConfiguration<OrganisationScore>,
    IEntityTypeConfiguration<SnapshotFigure>, IEntityTypeConfiguration<UnitFigure>, IEntityTypeConfiguration<PreviewMark>
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

    public void Configure(EntityTypeBuilder<SnapshotChunk> builder)
    {
        builder.ToTable("SnapshotChunk");
        builder.HasKey(c => new { c.TenantId, c.SnapshotId, c.Part, c.Kind, c.Code });
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.HasOne<AssessmentSnapshot>().WithMany().HasForeignKey(c => new { c.TenantId, c.SnapshotId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SnapshotFigure> builder)
    {
        builder.ToTable("SnapshotFigure");
        builder.HasKey(f => new { f.TenantId, f.SnapshotId, f.Name });
        builder.Property(f => f.Name).HasMaxLength(240);
        builder.HasOne<AssessmentSnapshot>().WithMany().HasForeignKey(f => new { f.TenantId, f.SnapshotId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<UnitFigure> builder)
    {
        builder.ToTable("UnitFigure");
        builder.HasKey(f => new { f.TenantId, f.SnapshotId, f.UnitId });
        builder.HasOne<AssessmentSnapshot>().WithMany().HasForeignKey(f => new { f.TenantId, f.SnapshotId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PreviewMark> builder)
    {
        builder.ToTable("PreviewMark");
        builder.HasKey(m => new { m.TenantId, m.Id });
        builder.HasIndex(m => new { m.TenantId, m.QuarterKey });
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
        builder.HasIndex(s => new { s.TenantId, s.SnapshotId, s.Severity, s.IndexScore });
        builder.HasIndex(s => new { s.TenantId, s.SnapshotId, s.PeerGroupId, s.Place });
        builder.HasOne<AssessmentSnapshot>().WithMany().HasForeignKey(s => new { s.TenantId, s.SnapshotId }).OnDelete(DeleteBehavior.Cascade);
    }
}
