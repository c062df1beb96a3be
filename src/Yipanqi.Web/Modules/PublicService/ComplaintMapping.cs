using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.PublicService;

public sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("Complaint");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Number).HasMaxLength(30);
        builder.Property(c => c.Text).HasMaxLength(Complaint.MaxTextLength);
        builder.Property(c => c.Contact).HasMaxLength(Complaint.MaxContactLength);
        builder.Property(c => c.PagePath).HasMaxLength(200);
        builder.Property(c => c.Answer).HasMaxLength(Complaint.MaxTextLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        builder.HasIndex(c => new { c.TenantId, c.ReceivedDay });
    }
}
