using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.Terms;

public sealed class CommitteeTermMapping : IEntityTypeConfiguration<CommitteeTerm>
{
    public void Configure(EntityTypeBuilder<CommitteeTerm> builder)
    {
        builder.ToTable("CommitteeTerm");
        builder.HasKey(t => new { t.TenantId, t.Id });
        builder.Property(t => t.Approver).HasMaxLength(100);
        builder.Property(t => t.ApprovalDocument).HasMaxLength(200);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.TenantId, t.UnitId, t.ElectedDay }).IsUnique();
        builder.HasIndex(t => new { t.TenantId, t.DueDay });
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => new { t.TenantId, t.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
