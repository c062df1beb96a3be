using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

public sealed class ConnectorTokenMapping : IEntityTypeConfiguration<ConnectorToken>
{
    public void Configure(EntityTypeBuilder<ConnectorToken> builder)
    {
        builder.ToTable("ConnectorToken");
        builder.HasKey(t => new { t.TenantId, t.Id });
        builder.Property(t => t.System).HasMaxLength(BusinessTask.SystemLength);
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.TenantId, t.UnitId });
        builder.HasIndex(t => new { t.TenantId, t.IssuedById });
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => new { t.TenantId, t.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => new { t.TenantId, t.IssuedById }).OnDelete(DeleteBehavior.Restrict);
    }
}
