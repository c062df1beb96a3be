using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Access;

public sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Unit");
        builder.HasKey(u => new { u.TenantId, u.Id });
        builder.Property(u => u.Code).HasMaxLength(64);
        builder.Property(u => u.Name).HasMaxLength(200);
        builder.Property(u => u.ShortName).HasMaxLength(60);
        builder.Property(u => u.Initials).HasMaxLength(Spelling.InitialsLength);
        builder.Property(u => u.SortKey).HasMaxLength(Spelling.SortKeyLength);
        builder.Property(u => u.Kind).HasMaxLength(60);
        builder.Property(u => u.Path).HasMaxLength(200);
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.HasIndex(u => new { u.TenantId, u.Code }).IsUnique();
        builder.HasIndex(u => new { u.TenantId, u.Path }).IsUnique();
        builder.HasIndex(u => new { u.TenantId, u.ParentId });

        // The orders and filters that lists offer; each ends with the code, which leaves no two units equal.
        builder.HasIndex(u => new { u.TenantId, u.Track, u.Depth, u.SortOrder, u.Code });
        builder.HasIndex(u => new { u.TenantId, u.Depth, u.Track, u.SortOrder, u.Code });
        builder.HasIndex(u => new { u.TenantId, u.SortOrder, u.Code });
        builder.HasIndex(u => new { u.TenantId, u.Kind });
        builder.HasIndex(u => new { u.TenantId, u.PeerGroupId });
        builder.HasIndex(u => new { u.TenantId, u.Initials });
        builder.HasIndex(u => new { u.TenantId, u.SortKey });
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => new { u.TenantId, u.ParentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PeerGroup>().WithMany().HasForeignKey(u => new { u.TenantId, u.PeerGroupId }).OnDelete(DeleteBehavior.Restrict);
    }
}
