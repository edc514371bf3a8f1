using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>Makes ids that sort by time and cannot be guessed.</summary>
public interface IIdGenerator
{
    /// <summary>Makes an id.</summary>
    TId New<TId>()
        where TId : struct, ITypedId<TId>;
}
