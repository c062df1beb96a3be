using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

public sealed class FigureMapping : IEntityTypeConfiguration<KeyFigure>, IEntityTypeConfiguration<KeyFigureValue>
{
    public void Configure(EntityTypeBuilder<KeyFigure> builder)
    {
        builder.ToTable("KeyFigure");
        builder.HasKey(f => new { f.TenantId, f.Id });
        builder.Property(f => f.Code).HasMaxLength(KeyFigure.CodeLength);
        builder.Property(f => f.Name).HasMaxLength(KeyFigure.NameLength);
        builder.Property(f => f.Unit).HasMaxLength(KeyFigure.UnitLength);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.Ignore(f => f.Facts);
        builder.HasIndex(f => new { f.TenantId, f.TaskId, f.Code }).IsUnique();
        builder.HasIndex(f => new { f.TenantId, f.DueDay });
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(f => new { f.TenantId, f.TaskId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<KeyFigureValue> builder)
    {
        builder.ToTable("KeyFigureValue");
        builder.HasKey(v => new { v.TenantId, v.Id });
        builder.Property(v => v.Source).HasMaxLength(KeyFigureValue.SourceLength);
        builder.HasIndex(v => new { v.TenantId, v.KeyFigureId, v.Day });
        builder.HasOne<KeyFigure>().WithMany().HasForeignKey(v => new { v.TenantId, v.KeyFigureId }).OnDelete(DeleteBehavior.Cascade);
    }
}
