using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Access;

public sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Post");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Title).HasMaxLength(60);
        builder.HasIndex(p => new { p.TenantId, p.PersonId });
        builder.HasIndex(p => new { p.TenantId, p.UnitId });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => new { p.TenantId, p.PersonId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.TenantId, p.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
