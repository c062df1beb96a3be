using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Organisations.History;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

public sealed class TemporaryMapping : IEntityTypeConfiguration<TemporaryOrganisation>, IEntityTypeConfiguration<TemporaryMember>
{
    public void Configure(EntityTypeBuilder<TemporaryOrganisation> builder)
    {
        builder.ToTable("TemporaryOrganisation");
        builder.HasKey(t => new { t.TenantId, t.UnitId });
        builder.Property(t => t.Purpose).HasMaxLength(TemporaryOrganisation.PurposeLength);
        builder.Property(t => t.Basis).HasMaxLength(UnitChangeBasis.BasisLength);
        builder.Property(t => t.Result).HasMaxLength(TemporaryOrganisation.ResultLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.TenantId, t.DissolvedDay, t.UntilDay });
        builder.HasOne<Unit>().WithOne().HasForeignKey<TemporaryOrganisation>(t => new { t.TenantId, t.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TemporaryMember> builder)
    {
        builder.ToTable("TemporaryMember");
        builder.HasKey(m => new { m.TenantId, m.UnitId, m.PersonId, m.FromDay });
        builder.HasIndex(m => new { m.TenantId, m.PersonId });
        builder.HasOne<TemporaryOrganisation>().WithMany().HasForeignKey(m => new { m.TenantId, m.UnitId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => new { m.TenantId, m.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
