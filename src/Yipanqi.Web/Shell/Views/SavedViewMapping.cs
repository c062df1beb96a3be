using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Shell.Views;

public sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedView");
        builder.HasKey(v => new { v.TenantId, v.Id });
        builder.Property(v => v.List).HasMaxLength(SavedView.ListLength);
        builder.Property(v => v.Name).HasMaxLength(SavedView.NameLength);
        builder.Property(v => v.Query).HasMaxLength(SavedView.QueryLength);
        builder.Property(v => v.Columns).HasMaxLength(SavedView.ColumnsLength);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => new { v.TenantId, v.PersonId, v.List, v.Name }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(v => new { v.TenantId, v.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
