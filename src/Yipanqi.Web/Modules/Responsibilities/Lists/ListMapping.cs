using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Modules.Responsibilities;

public sealed class ListMapping : IEntityTypeConfiguration<ResponsibilityList>, IEntityTypeConfiguration<ListVersion>, IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<ResponsibilityList> builder)
    {
        builder.ToTable("ResponsibilityList");
        builder.HasKey(l => new { l.TenantId, l.Id });
        builder.Property(l => l.Code).HasMaxLength(ResponsibilityList.CodeLength);
        builder.Property(l => l.Name).HasMaxLength(ResponsibilityList.NameLength);
        builder.Property(l => l.Basis).HasMaxLength(ResponsibilityList.BasisLength);
        builder.HasIndex(l => new { l.TenantId, l.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ListVersion> builder)
    {
        builder.ToTable("ListVersion");
        builder.HasKey(v => new { v.TenantId, v.Id });
        builder.Property(v => v.ChangeNote).HasMaxLength(ListVersion.NoteLength);
        builder.Property(v => v.Authors).HasMaxLength(ListVersion.AuthorsLength);
        builder.Property(v => v.ReviewNote).HasMaxLength(ListVersion.NoteLength);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.Ignore(v => v.IsReturned);
        builder.HasIndex(v => new { v.TenantId, v.ListId, v.Number }).IsUnique();
        builder.HasOne<ResponsibilityList>().WithMany().HasForeignKey(v => new { v.TenantId, v.ListId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Duty> builder)
    {
        builder.ToTable("Duty");
        builder.HasKey(d => new { d.TenantId, d.Id });
        builder.Ignore(d => d.Facts);
        builder.Property(d => d.Code).HasMaxLength(DutyText.CodeLength);
        builder.Property(d => d.PostTitle).HasMaxLength(DutyText.ShortLength);
        builder.Property(d => d.Wording).HasMaxLength(DutyText.LongLength);
        builder.Property(d => d.Clause).HasMaxLength(DutyText.LongLength);
        builder.Property(d => d.EvidenceKind).HasMaxLength(DutyText.ShortLength);
        builder.Property(d => d.Standard).HasMaxLength(DutyText.LongLength);
        builder.Property(d => d.ComputedFrom).HasMaxLength(DutyText.ShortLength);
        builder.Property(d => d.Feeds).HasMaxLength(DutyText.CodeLength);
        builder.Property(d => d.ParentCode).HasMaxLength(DutyText.CodeLength);
        builder.HasIndex(d => new { d.TenantId, d.ListVersionId, d.Code }).IsUnique();
        builder.HasOne<ListVersion>().WithMany().HasForeignKey(d => new { d.TenantId, d.ListVersionId }).OnDelete(DeleteBehavior.Cascade);
    }
}
