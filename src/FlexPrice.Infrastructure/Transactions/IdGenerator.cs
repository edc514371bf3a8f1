using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Transactions;

internal sealed class IdGenerator(TimeProvider clock) : IIdGenerator
{
    private const int RandomBytes = 10;

    private readonly AsyncLocal<RepeatableIds?> _remembered = new();

    public TId New<TId>()
        where TId : struct, ITypedId<TId> =>
        _remembered.Value is { } remembered ? remembered.Next(Create<TId>) : Create<TId>();

    /// <summary>From here on records the generated ids, also in called methods, so that a retry generates the same.</summary>
    public RepeatableIds BeginRepeatable()
    {
        var outer = _remembered.Value;
        return _remembered.Value = new RepeatableIds(() => _remembered.Value = outer);
    }

    private TId Create<TId>()
        where TId : struct, ITypedId<TId>
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        return TId.From($"{TId.Prefix}_{Ulid.NewUlid(clock.GetUtcNow(), random)}");
    }
}
