using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Announcements;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Invoices;
using FlexPrice.Application.Pipeline;
using FlexPrice.Application.Subscriptions;
using FlexPrice.Application.Usage;
using FlexPrice.Application.Usage.IngestEvents;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Application;

/// <summary>Registers the application: everything by scan, the pipeline in its order.</summary>
public static class DependencyInjection
{
    /// <summary>Adds handlers, validators, edges, reactions and the pipeline.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var assembly = Assembly.GetExecutingAssembly();
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblies(assembly)
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .As(handler => handler.GetInterfaces().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            .WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo<ICascadeEdge>(), publicOnly: false)
            .As<ICascadeEdge>()
            .WithSingletonLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(ICascadingCommandHandler<,>)), publicOnly: false)
            .As(handler => handler.GetInterfaces().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICascadingCommandHandler<,>)))
            .WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo<ICascadeTarget>(), publicOnly: false)
            .As<ICascadeTarget>()
            .WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo<ICascadePreparation>(), publicOnly: false)
            .As<ICascadePreparation>()
            .WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(IReaction<>)), publicOnly: false)
            .AsSelfWithInterfaces()
            .WithTransientLifetime());
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        foreach (var behavior in PipelineOrder.Behaviors)
        {
            services.AddTransient(typeof(IPipelineBehavior<,>), behavior);
        }

        services.AddSingleton(provider => new CascadeEdges(provider.GetServices<ICascadeEdge>(), CascadeOrder.Edges));
        services.AddScoped<CascadePlanner>();
        services.AddScoped<CascadeExecutor>();
        services.AddScoped<ICascadeRoots>(provider => provider.GetRequiredService<CustomerResolver>());
        services.AddScoped<ICascadeLimit, DeletionBreaker>();
        services.AddSingleton<KnownLineages>();
        services.AddScoped<KeyLineage>();
        services.AddSingleton<LineagesNearLimit>();
        services.AddScoped<CustomerResolver>();
        services.AddScoped<ExternalIdHoldings>();
        services.AddScoped<ICollectedUsage, CollectedUsage>();
        services.AddScoped<UsageSubjects>();
        services.AddScoped<UsageEventFactory>();
        services.AddScoped<DeletionRecords>();
        services.AddScoped<DeletionScrubbing>();
        services.AddScoped<DeletionTelling>();
        services.AddScoped<ParentResolver>();
        services.AddScoped<PayerResolver>();
        services.AddScoped<InvoiceFinalizer>();
        services.AddSingleton(new ReactionCatalogue(assembly.GetTypes(), AnnouncedEvents.Types));
        services.AddSingleton<EventCatalogue>();
        return services;
    }
}
