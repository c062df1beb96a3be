using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.Organisations.People;

public sealed class PersonalKeyMapping : IEntityTypeConfiguration<PersonalKey>
{
    public void Configure(EntityTypeBuilder<PersonalKey> builder)
    {
        builder.ToTable("PersonalKey");
        builder.HasKey(k => k.TenantId);
    }
}
