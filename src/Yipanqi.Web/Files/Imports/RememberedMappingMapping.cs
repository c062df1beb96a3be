using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Files.Imports;

public sealed class RememberedMappingMapping : IEntityTypeConfiguration<RememberedMapping>
{
    public void Configure(EntityTypeBuilder<RememberedMapping> builder)
    {
        builder.ToTable("ImportMapping");
        builder.HasKey(m => new { m.TenantId, m.Target, m.HeadsKey });
        builder.Property(m => m.Target).HasMaxLength(60);
        builder.Property(m => m.HeadsKey).HasMaxLength(64);
    }
}
