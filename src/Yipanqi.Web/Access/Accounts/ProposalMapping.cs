using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Access;

public sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("Proposal");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.PersonName).HasMaxLength(60);
        builder.Property(p => p.UserName).HasMaxLength(AccountName.MaxLength);
        builder.Property(p => p.Title).HasMaxLength(60);
        builder.Property(p => p.Reason).HasMaxLength(Proposal.ReasonLength);
        builder.Property(p => p.Answer).HasMaxLength(Proposal.ReasonLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.TenantId, p.Status, p.ProposedUtc });
        builder.HasIndex(p => new { p.TenantId, p.AccountId, p.ProposedUtc });
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.TenantId, p.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
