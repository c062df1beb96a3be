using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Journal;

public sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("JournalEntry");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Action).HasMaxLength(100);
        builder.Property(e => e.SubjectType).HasMaxLength(100);
        builder.HasIndex(e => new { e.TenantId, e.AtUtc });
        builder.HasIndex(e => new { e.TenantId, e.SubjectId });
        builder.HasIndex(e => new { e.TenantId, e.ActorId, e.AtUtc });
        builder.HasIndex(e => new { e.TenantId, e.Action, e.AtUtc });
    }
}
