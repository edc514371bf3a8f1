using FlexPrice.Domain.Primitives;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal sealed class LookupHashConverter() : ValueConverter<LookupHash, string>(hash => hash.Value, text => new LookupHash(text));
