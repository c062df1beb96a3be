using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.Terms;

public sealed class PartyPostMapping : IEntityTypeConfiguration<PartyPost>
{
    public void Configure(EntityTypeBuilder<PartyPost> builder)
    {
        builder.ToTable("PartyPost");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.TenantId, p.TermId });
        builder.HasIndex(p => new { p.TenantId, p.PersonId });
        builder.HasOne<CommitteeTerm>().WithMany().HasForeignKey(p => new { p.TenantId, p.TermId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => new { p.TenantId, p.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
