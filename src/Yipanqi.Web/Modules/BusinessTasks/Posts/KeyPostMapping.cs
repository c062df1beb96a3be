using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Posts;

public sealed class KeyPostMapping : IEntityTypeConfiguration<KeyPost>
{
    public void Configure(EntityTypeBuilder<KeyPost> builder)
    {
        builder.ToTable("KeyPost");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Title).HasMaxLength(KeyPost.TitleLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.TenantId, p.TaskId });
        builder.HasIndex(p => new { p.TenantId, p.PersonId });
        builder.HasOne<BusinessTask>().WithMany().HasForeignKey(p => new { p.TenantId, p.TaskId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => new { p.TenantId, p.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}
