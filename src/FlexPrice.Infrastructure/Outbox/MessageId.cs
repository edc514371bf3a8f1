using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>The id of an event on its way to its reactions: <c>msg_</c> and a ULID.</summary>
internal readonly record struct MessageId(string Value) : ITypedId<MessageId>
{
    public static string Prefix => "msg";

    public static MessageId From(string value) => new(value);
}
