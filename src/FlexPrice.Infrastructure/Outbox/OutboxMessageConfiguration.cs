using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Outbox;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        // Workers look for due rows of all tenants, in the order in which they were written.
        builder.HasKey(message => message.Sequence);
        builder.Property(message => message.MessageId).HasMaxLength(TypedId.MaximumLength);
        builder.Property(message => message.Reaction).HasMaxLength(128);
        builder.Property(message => message.Lane).HasConversion<StoredNameConverter<ReactionLane>>().HasMaxLength(32);
        builder.Property(message => message.Line).HasMaxLength(128);
        builder.Property(message => message.OrderingKey).HasMaxLength(TypedId.MaximumLength);
        builder.Property(message => message.EventName).HasMaxLength(128);
        builder.Property(message => message.LastError).HasMaxLength(256);
        builder.Ignore(message => message.IsForNobody);
        builder.HasIndex(message => new { message.Line, message.OrderingKey, message.Sequence });
        builder.HasIndex(message => new { message.Lane, message.DueAt });
        builder.HasIndex(message => message.GivenUpAt);
    }
}
