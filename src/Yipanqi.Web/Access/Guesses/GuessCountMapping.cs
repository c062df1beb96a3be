using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Access;

public sealed class GuessCountMapping : IEntityTypeConfiguration<GuessCount>
{
    public void Configure(EntityTypeBuilder<GuessCount> builder)
    {
        builder.ToTable("GuessCount");
        builder.HasKey(g => g.Source);
        builder.Property(g => g.Source).HasMaxLength(GuessSource.Length);
        builder.HasIndex(g => g.UntilUtc);
    }
}
