using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
