using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Access.WorkingDays;

public sealed class CalendarMapping : IEntityTypeConfiguration<CalendarYear>, IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarYear> builder)
    {
        builder.ToTable("CalendarYear");
        builder.HasKey(y => new { y.TenantId, y.Id });
        builder.Property(y => y.Source).HasMaxLength(CalendarYear.SourceLength);
        builder.Property(y => y.Version).IsConcurrencyToken();
        builder.HasIndex(y => new { y.TenantId, y.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("CalendarDay");
        builder.HasKey(d => new { d.TenantId, d.Id });
        builder.Property(d => d.Name).HasMaxLength(CalendarDay.NameLength);
        builder.Property(d => d.Reason).HasMaxLength(CalendarDay.ReasonLength);
        builder.HasIndex(d => new { d.TenantId, d.YearId, d.Day, d.IsChange }).IsUnique();
        builder.HasOne<CalendarYear>().WithMany().HasForeignKey(d => new { d.TenantId, d.YearId }).OnDelete(DeleteBehavior.Restrict);
    }
}
