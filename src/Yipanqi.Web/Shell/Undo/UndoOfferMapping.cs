using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Shell.Undo;

public sealed class UndoOfferMapping : IEntityTypeConfiguration<UndoOffer>
{
    public void Configure(EntityTypeBuilder<UndoOffer> builder)
    {
        builder.ToTable("UndoOffer");
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Property(o => o.Kind).HasMaxLength(40);
        builder.Property(o => o.Title).HasMaxLength(UndoOffer.TitleLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => new { o.TenantId, o.PersonId, o.UntilUtc });
        builder.HasOne<Person>().WithMany().HasForeignKey(o => new { o.TenantId, o.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
