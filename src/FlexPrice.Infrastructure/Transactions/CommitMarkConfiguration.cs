using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Transactions;

internal sealed class CommitMarkConfiguration : IEntityTypeConfiguration<CommitMark>
{
    public void Configure(EntityTypeBuilder<CommitMark> builder)
    {
        builder.ToTable("commit_marks");
        builder.HasScopedKey(mark => mark.Id);
        builder.Property(mark => mark.Id).HasMaxLength(TypedId.MaximumLength);
        builder.HasIndex(mark => mark.CommittedAt);
    }
}
