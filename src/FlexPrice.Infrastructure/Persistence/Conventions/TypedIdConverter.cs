using FlexPrice.Domain.Primitives;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, string>(id => id.Value, text => Parse(text))
    where TId : struct, ITypedId<TId>
{
    // An expression tree may not call a static member of an interface.
    private static TId Parse(string text) => TId.From(text);
}
