using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Access;

public sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("Person");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Name).HasMaxLength(60);
        builder.Property(p => p.Initials).HasMaxLength(Spelling.InitialsLength);
        builder.Property(p => p.SortKey).HasMaxLength(Spelling.SortKeyLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.TenantId, p.AccountId }).IsUnique();
        builder.HasIndex(p => new { p.TenantId, p.Initials });
        builder.HasIndex(p => new { p.TenantId, p.SortKey });
    }
}
