using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

public sealed class ObjectiveMapping : IEntityTypeConfiguration<Objective>
{
    public void Configure(EntityTypeBuilder<Objective> builder)
    {
        builder.ToTable("Objective");
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Property(o => o.Text).HasMaxLength(Objective.TextLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => new { o.TenantId, o.UnitId, o.Year });
        builder.HasIndex(o => new { o.TenantId, o.Year, o.Track });
        builder.HasIndex(o => new { o.TenantId, o.TiedToId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(o => new { o.TenantId, o.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Objective>().WithMany().HasForeignKey(o => new { o.TenantId, o.TiedToId }).OnDelete(DeleteBehavior.Restrict);
    }
}
