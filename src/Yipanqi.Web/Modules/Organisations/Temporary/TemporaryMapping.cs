using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Organisations.History;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

public sealed class TemporaryMapping : IEntityTypeConfiguration<TemporaryOrganisation>, IEntityTypeConfiguration<TemporaryMember>, IEntityTypeConfiguration<TemporaryReport>
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

    public void Configure(EntityTypeBuilder<TemporaryReport> builder)
    {
        builder.ToTable("TemporaryReport");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Text).HasMaxLength(TemporaryReport.TextLength);
        builder.Property(r => r.WithdrawnReason).HasMaxLength(TemporaryReport.ReasonLength);
        builder.HasIndex(r => new { r.TenantId, r.UnitId, r.Day });
        builder.HasOne<TemporaryOrganisation>().WithMany().HasForeignKey(r => new { r.TenantId, r.UnitId }).OnDelete(DeleteBehavior.Cascade);
    }
}
