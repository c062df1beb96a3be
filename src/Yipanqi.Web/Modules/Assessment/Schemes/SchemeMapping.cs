using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.Assessment;

public sealed class SchemeMapping : IEntityTypeConfiguration<Scheme>, IEntityTypeConfiguration<SchemeEdit>
{
    public void Configure(EntityTypeBuilder<Scheme> builder)
    {
        builder.ToTable("Scheme");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.Name).HasMaxLength(120);
        builder.Property(s => s.DefinitionHash).HasMaxLength(64);
        builder.Property(s => s.ReviewNote).HasMaxLength(500);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.TenantId, s.Code, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SchemeEdit> builder)
    {
        builder.ToTable("SchemeEdit");
        builder.HasKey(e => new { e.TenantId, e.SchemeId, e.Number });
        builder.Property(e => e.What).HasMaxLength(SchemeEdit.MostWords);
        builder.HasOne<Scheme>().WithMany().HasForeignKey(e => new { e.TenantId, e.SchemeId }).OnDelete(DeleteBehavior.Cascade);
    }
}
