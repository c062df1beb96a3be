using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

public sealed class MeasureMapping : IEntityTypeConfiguration<PartyMeasure>
{
    public void Configure(EntityTypeBuilder<PartyMeasure> builder)
    {
        builder.ToTable("PartyMeasure");
        builder.HasKey(m => new { m.TenantId, m.Id });
        builder.Property(m => m.Code).HasMaxLength(PartyMeasure.CodeLength);
        builder.Property(m => m.UnitText).HasMaxLength(PartyMeasure.UnitTextLength);
        builder.Property(m => m.Kind).HasMaxLength(PartyMeasure.KindLength);
        builder.Property(m => m.Name).HasMaxLength(PartyMeasure.NameLength);
        builder.Property(m => m.Description).HasMaxLength(PartyMeasure.DescriptionLength);
        builder.Property(m => m.Source).HasMaxLength(PartyMeasure.SourceLength);
        builder.Property(m => m.WithdrawnReason).HasMaxLength(PartyMeasure.ReasonLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Ignore(m => m.Facts);
        builder.HasIndex(m => new { m.TenantId, m.Code }).IsUnique();

        // The orders of the list, and the measures of an organisation.
        builder.HasIndex(m => new { m.TenantId, m.FromDay, m.Code });
        builder.HasIndex(m => new { m.TenantId, m.UnitId, m.State });
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => new { m.TenantId, m.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => new { m.TenantId, m.OwnerPersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}
