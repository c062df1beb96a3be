using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Responsibilities;

public sealed class ObligationMapping : IEntityTypeConfiguration<Obligation>
{
    private const int PeriodKeyLength = 20;

    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.ToTable("Obligation");
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Ignore(o => o.IsToDo);
        builder.Property(o => o.DutyCode).HasMaxLength(DutyText.CodeLength);
        builder.Property(o => o.PeriodKey).HasMaxLength(PeriodKeyLength);
        builder.Property(o => o.EventText).HasMaxLength(Obligation.TextLength);
        builder.Property(o => o.Result).HasMaxLength(Obligation.TextLength);
        builder.Property(o => o.Decision).HasMaxLength(Obligation.TextLength);
        builder.Property(o => o.RequestReason).HasMaxLength(Obligation.TextLength);
        builder.Property(o => o.Version).IsConcurrencyToken();

        // A unit has a duty once in a period, and once for an event; what a unit or a member owes next; everything that is due, for lists of whole trees; one duty over its units.
        builder.HasIndex(o => new { o.TenantId, o.UnitId, o.DutyCode, o.PersonId, o.PeriodKey }).IsUnique();
        builder.HasIndex(o => new { o.TenantId, o.UnitId, o.DueDay });
        builder.HasIndex(o => new { o.TenantId, o.PersonId, o.DueDay });
        builder.HasIndex(o => new { o.TenantId, o.DueDay, o.Id });
        builder.HasIndex(o => new { o.TenantId, o.DutyId, o.PeriodKey });

        // Submitted, or asked about: what waits for a decision, a few rows of many.
        builder.HasIndex(o => new { o.TenantId, o.UnitId }).HasFilter("state = 3 OR request IS NOT NULL");

        // Still to be done, by its day: the list of it does not walk through years of what was done.
        builder.HasIndex(o => new { o.TenantId, o.DueDay, o.Id, o.State }).HasFilter("state IN (1, 2, 4)");
        builder.HasOne<Duty>().WithMany().HasForeignKey(o => new { o.TenantId, o.DutyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(o => new { o.TenantId, o.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}
