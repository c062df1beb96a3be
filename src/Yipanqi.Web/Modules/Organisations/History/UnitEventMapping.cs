using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.History;

public sealed class UnitEventMapping : IEntityTypeConfiguration<UnitEvent>, IEntityTypeConfiguration<UnitEventPart>
{
    public void Configure(EntityTypeBuilder<UnitEvent> builder)
    {
        builder.ToTable("UnitEvent");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Before).HasMaxLength(200);
        builder.Property(e => e.After).HasMaxLength(200);
        builder.Property(e => e.Basis).HasMaxLength(UnitChangeBasis.BasisLength);
        builder.Property(e => e.Note).HasMaxLength(UnitChangeBasis.NoteLength);
        builder.Property(e => e.RevertReason).HasMaxLength(UnitChangeBasis.NoteLength);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.TenantId, e.UnitId, e.AtUtc });
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => new { e.TenantId, e.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UnitEventPart> builder)
    {
        builder.ToTable("UnitEventPart");
        builder.HasKey(p => new { p.TenantId, p.EventId, p.UnitId });
        builder.HasIndex(p => new { p.TenantId, p.UnitId });
        builder.HasOne<UnitEvent>().WithMany().HasForeignKey(p => new { p.TenantId, p.EventId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.TenantId, p.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
