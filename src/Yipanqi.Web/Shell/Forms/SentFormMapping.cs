using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Shell.Forms;

public sealed class SentFormMapping : IEntityTypeConfiguration<SentForm>
{
    public void Configure(EntityTypeBuilder<SentForm> builder)
    {
        builder.ToTable("SentForm");
        builder.HasKey(f => new { f.AccountId, f.Key });
        builder.HasIndex(f => f.Day);
    }
}
