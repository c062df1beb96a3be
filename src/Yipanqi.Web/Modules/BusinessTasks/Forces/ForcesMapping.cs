using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

public sealed class ForcesMapping : IEntityTypeConfiguration<TaskForce>, IEntityTypeConfiguration<ForceMember>, IEntityTypeConfiguration<ForceGoal>, IEntityTypeConfiguration<Pledge>
{
    public void Configure(EntityTypeBuilder<TaskForce> builder)
    {
        builder.ToTable("TaskForce");
        builder.HasKey(f => new { f.TenantId, f.Id });
        builder.Property(f => f.Name).HasMaxLength(TaskForce.NameLength);
        builder.Property(f => f.AwayPlace).HasMaxLength(TaskForce.PlaceLength);
        builder.Property(f => f.Result).HasMaxLength(TaskForce.ResultLength);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => new { f.TenantId, f.TaskId });
        builder.HasIndex(f => new { f.TenantId, f.PartyUnitId });
        builder.HasIndex(f => new { f.TenantId, f.EndedDay, f.UntilDay });
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(f => new { f.TenantId, f.TaskId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => new { f.TenantId, f.PartyUnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => new { f.TenantId, f.TemporaryUnitId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ForceMember> builder)
    {
        builder.ToTable("ForceMember");
        builder.HasKey(m => new { m.TenantId, m.ForceId, m.PersonId, m.FromDay });
        builder.HasIndex(m => new { m.TenantId, m.PersonId });
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(m => new { m.TenantId, m.ForceId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => new { m.TenantId, m.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ForceGoal> builder)
    {
        builder.ToTable("ForceGoal");
        builder.HasKey(g => new { g.TenantId, g.Id });
        builder.Property(g => g.Text).HasMaxLength(ForceGoal.TextLength);
        builder.Property(g => g.Result).HasMaxLength(ForceGoal.ResultLength);
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.HasIndex(g => new { g.TenantId, g.ForceId });
        builder.HasIndex(g => new { g.TenantId, g.DueDay });
        builder.HasOne<TaskForce>().WithMany().HasForeignKey(g => new { g.TenantId, g.ForceId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Pledge> builder)
    {
        builder.ToTable("Pledge");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Text).HasMaxLength(Pledge.TextLength);
        builder.Property(p => p.Result).HasMaxLength(Pledge.ResultLength);
        builder.Property(p => p.Remark).HasMaxLength(Pledge.ResultLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.TenantId, p.DueDay, p.Id });
        builder.HasIndex(p => new { p.TenantId, p.UnitId, p.DueDay });
        builder.HasIndex(p => new { p.TenantId, p.PersonId });
        builder.HasIndex(p => new { p.TenantId, p.TaskId });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => new { p.TenantId, p.PersonId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.TenantId, p.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(p => new { p.TenantId, p.TaskId }).OnDelete(DeleteBehavior.Restrict);
    }
}
