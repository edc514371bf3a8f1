using FlexPrice.Domain.Primitives;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal sealed class StoredNameConverter<TEnum>() : ValueConverter<TEnum, string>(value => StoredName.Of(value), text => StoredName.Parse<TEnum>(text))
    where TEnum : struct, Enum;
