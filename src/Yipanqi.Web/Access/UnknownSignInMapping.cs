using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Access;

public sealed class UnknownSignInMapping : IEntityTypeConfiguration<UnknownSignIn>
{
    public void Configure(EntityTypeBuilder<UnknownSignIn> builder)
    {
        builder.ToTable("UnknownSignIn");
        builder.HasKey(u => u.Day);
    }
}
