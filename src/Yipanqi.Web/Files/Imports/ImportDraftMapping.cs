using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Files.Imports;

public sealed class ImportDraftMapping : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.ToTable("ImportDraft");
        builder.HasKey(d => new { d.TenantId, d.Id });
        builder.Property(d => d.Target).HasMaxLength(60);
        builder.Property(d => d.FileName).HasMaxLength(255);
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Property(d => d.SheetName).HasMaxLength(60);
        builder.Property(d => d.Link).HasMaxLength(200);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.TenantId, d.PersonId });
        builder.HasIndex(d => new { d.TenantId, d.CreatedUtc });
        builder.HasOne<Person>().WithMany().HasForeignKey(d => new { d.TenantId, d.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
