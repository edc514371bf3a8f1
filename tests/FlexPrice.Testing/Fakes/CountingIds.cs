using System.Globalization;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Testing.Fakes;

/// <summary>Ids in the order of the requests: <c>cust_…00001</c>, <c>cust_…00002</c>.</summary>
internal sealed class CountingIds : IIdGenerator
{
    private int _last;

    public TId New<TId>()
        where TId : struct, ITypedId<TId> =>
        TId.From($"{TId.Prefix}_{(++_last).ToString("D26", CultureInfo.InvariantCulture)}");
}
