using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

public sealed class FusionMapping : IEntityTypeConfiguration<FusionPoint>, IEntityTypeConfiguration<StageRecord>, IEntityTypeConfiguration<StagePlan>
{
    public void Configure(EntityTypeBuilder<FusionPoint> builder)
    {
        builder.ToTable("FusionPoint");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Kind).HasMaxLength(FusionPoint.KindLength);
        builder.Property(p => p.Name).HasMaxLength(FusionPoint.NameLength);
        builder.Property(p => p.Change).HasMaxLength(FusionPoint.ChangeLength);
        builder.Property(p => p.Whom).HasMaxLength(FusionPoint.WhomLength);
        builder.Property(p => p.Measure).HasMaxLength(FusionPoint.MeasureLength);
        builder.Property(p => p.EndReason).HasMaxLength(FusionPoint.ReasonLength);
        builder.Property(p => p.RatingReason).HasMaxLength(FusionPoint.ReasonLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Facts);
        builder.HasIndex(p => new { p.TenantId, p.TaskId, p.State });
        builder.HasIndex(p => new { p.TenantId, p.PartyUnitId, p.State });
        builder.HasIndex(p => new { p.TenantId, p.FromDay, p.Id });

        // No foreign key: it was added to a table that SQLite cannot give one later. Measures are withdrawn, never deleted.
        builder.HasIndex(p => new { p.TenantId, p.FromMeasureId, p.State });
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(p => new { p.TenantId, p.TaskId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.TenantId, p.PartyUnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => new { p.TenantId, p.OwnerPersonId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StageRecord> builder)
    {
        builder.ToTable("StageRecord");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Text).HasMaxLength(StageRecord.TextLength);
        builder.Property(r => r.Evidence).HasMaxLength(StageRecord.EvidenceLength);
        builder.Property(r => r.OutOfOrderReason).HasMaxLength(StageRecord.ReasonLength);
        builder.Property(r => r.CorrectionReason).HasMaxLength(StageRecord.ReasonLength);

        // Two who record the same stage at once: the second is told.
        builder.HasIndex(r => new { r.TenantId, r.HolderId, r.Stage, r.Number }).IsUnique();

        // All that a chessboard reads of a record.
        builder.HasIndex(r => new { r.TenantId, r.TaskId, r.Stage, r.HolderId, r.Day, r.ReplacedUtc });
        builder.HasIndex(r => new { r.TenantId, r.Day });
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(r => new { r.TenantId, r.TaskId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FusionPoint>().WithMany().HasForeignKey(r => new { r.TenantId, r.FusionPointId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StagePlan> builder)
    {
        builder.ToTable("StagePlan");
        builder.HasKey(p => new { p.TenantId, p.TaskId, p.Stage });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(p => new { p.TenantId, p.TaskId }).OnDelete(DeleteBehavior.Cascade);
    }
}
