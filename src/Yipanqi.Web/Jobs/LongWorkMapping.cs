using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Jobs;

public sealed class LongWorkMapping : IEntityTypeConfiguration<LongWork>
{
    public void Configure(EntityTypeBuilder<LongWork> builder)
    {
        builder.ToTable("LongWork");
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Node).HasMaxLength(LongWork.NodeLength);
        builder.Property(w => w.Title).HasMaxLength(LongWork.TitleLength);
        builder.Property(w => w.Back).HasMaxLength(LongWork.LinkLength);
        builder.Property(w => w.Message).HasMaxLength(LongWork.MessageLength);
        builder.Property(w => w.Link).HasMaxLength(LongWork.LinkLength);
        builder.HasIndex(w => new { w.DomainId, w.PersonId, w.StartedUtc });
        builder.HasIndex(w => new { w.Node, w.State });
    }
}
