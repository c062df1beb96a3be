using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Access;

public sealed class UnitLinkMapping : IEntityTypeConfiguration<UnitLink>
{
    public void Configure(EntityTypeBuilder<UnitLink> builder)
    {
        builder.ToTable("UnitLink");
        builder.HasKey(l => new { l.TenantId, l.PartyUnitId, l.AdministrativeUnitId });
        builder.HasIndex(l => new { l.TenantId, l.AdministrativeUnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(l => new { l.TenantId, l.PartyUnitId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(l => new { l.TenantId, l.AdministrativeUnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
