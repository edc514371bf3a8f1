using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Channels;

internal static class ChannelSetup
{
    /// <summary>Adds what knows which channels are used.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services) => services
        .AddScoped<ChannelScope>()
        .AddScoped<ChannelRegister>()
        .AddSingleton<ChannelPauses>();
}
