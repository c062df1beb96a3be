using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yipanqi.Web.Search;

public sealed class SearchTermMapping : IEntityTypeConfiguration<SearchTerm>
{
    public void Configure(EntityTypeBuilder<SearchTerm> builder)
    {
        builder.ToTable("SearchTerm");
        builder.HasKey(t => new { t.TenantId, t.SubjectId, t.Term });
        builder.Property(t => t.Term).HasMaxLength(SearchTerm.TermLength);
        builder.Property(t => t.ListKey).HasMaxLength(SearchTerm.ListKeyLength);
        builder.HasIndex(t => new { t.TenantId, t.Kind, t.Term, t.ListKey }).HasFilter("list_key <> ''");
        builder.HasIndex(t => new { t.TenantId, t.Kind, t.Term, t.Place, t.SubjectId });
    }
}
