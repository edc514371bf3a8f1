using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Persistence;

internal sealed class IdGenerator(TimeProvider clock) : IIdGenerator
{
    private const int RandomBytes = 10;

    public TId New<TId>()
        where TId : struct, ITypedId<TId>
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        return TId.From($"{TId.Prefix}_{Ulid.NewUlid(clock.GetUtcNow(), random)}");
    }
}
