using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks;

public sealed class TaskMapping : IEntityTypeConfiguration<BusinessTask>, IEntityTypeConfiguration<TaskPartner>, IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<BusinessTask> builder)
    {
        builder.ToTable("BusinessTask");
        builder.HasKey(t => new { t.TenantId, t.Id });
        builder.Property(t => t.Code).HasMaxLength(BusinessTask.CodeLength);
        builder.Property(t => t.Title).HasMaxLength(BusinessTask.TitleLength);
        builder.Property(t => t.Content).HasMaxLength(BusinessTask.ContentLength);
        builder.Property(t => t.LeadText).HasMaxLength(BusinessTask.LeadTextLength);
        builder.Property(t => t.PartnerText).HasMaxLength(BusinessTask.NoteLength);
        builder.Property(t => t.SourceDocument).HasMaxLength(BusinessTask.DocumentLength);
        builder.Property(t => t.CancelReason).HasMaxLength(BusinessTask.NoteLength);
        builder.Property(t => t.Note).HasMaxLength(BusinessTask.NoteLength);
        builder.Property(t => t.SourceSystem).HasMaxLength(BusinessTask.SystemLength);
        builder.Property(t => t.SourceKey).HasMaxLength(BusinessTask.KeyLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Ignore(t => t.Facts);
        builder.HasIndex(t => new { t.TenantId, t.Code }).IsUnique();
        builder.HasIndex(t => new { t.TenantId, t.SourceSystem, t.SourceKey }).IsUnique();

        // The orders and filters of the list.
        builder.HasIndex(t => new { t.TenantId, t.DueDay, t.Code });
        builder.HasIndex(t => new { t.TenantId, t.PlanYear, t.DueDay, t.Code });
        builder.HasIndex(t => new { t.TenantId, t.State, t.DueDay, t.Code });
        builder.HasIndex(t => new { t.TenantId, t.LeadUnitId, t.DueDay });
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => new { t.TenantId, t.LeadUnitId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskPartner> builder)
    {
        builder.ToTable("TaskPartner");
        builder.HasKey(p => new { p.TenantId, p.TaskId, p.UnitId });
        builder.HasIndex(p => new { p.TenantId, p.UnitId });
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(p => new { p.TenantId, p.TaskId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.TenantId, p.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("Milestone");
        builder.HasKey(m => new { m.TenantId, m.Id });
        builder.Property(m => m.Title).HasMaxLength(Milestone.TitleLength);
        builder.Property(m => m.SourceKey).HasMaxLength(BusinessTask.KeyLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.TenantId, m.TaskId, m.Number }).IsUnique();
        builder.HasIndex(m => new { m.TenantId, m.TaskId, m.SourceKey }).IsUnique();
        builder.HasIndex(m => new { m.TenantId, m.DueDay });
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(m => new { m.TenantId, m.TaskId }).OnDelete(DeleteBehavior.Cascade);
    }
}
