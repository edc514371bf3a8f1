using FlexPrice.Application.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Customers;

internal static class CustomerSetup
{
    /// <summary>Adds the customers' repository and the holders of external ids.</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddScoped<ICustomerRepository, CustomerRepository>()
        .AddScoped<IExternalIdHolders, ExternalIdHolders>();
}
