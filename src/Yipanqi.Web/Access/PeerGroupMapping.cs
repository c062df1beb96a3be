using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Access;

public sealed class PeerGroupMapping : IEntityTypeConfiguration<PeerGroup>
{
    public void Configure(EntityTypeBuilder<PeerGroup> builder)
    {
        builder.ToTable("PeerGroup");
        builder.HasKey(g => new { g.TenantId, g.Id });
        builder.Property(g => g.Name).HasMaxLength(PeerGroup.NameLength);
        builder.Property(g => g.KindWords).HasMaxLength(PeerGroup.KindWordsLength);
        builder.Property(g => g.Basis).HasMaxLength(PeerGroup.BasisLength);
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.HasIndex(g => new { g.TenantId, g.Name }).IsUnique();
    }
}
