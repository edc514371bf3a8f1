using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Application.Tests;

public sealed class DependencyInjectionTests
{
    private readonly IServiceCollection _services = new ServiceCollection().AddApplication();

    [Fact]
    public void Application_WhenRegistered_HasTheBehaviorsInTheirOrder() =>
        _services.Where(service => service.ServiceType == typeof(IPipelineBehavior<,>)).Select(service => service.ImplementationType)
            .ShouldBe(PipelineOrder.Behaviors);

    [Fact]
    public void Application_WhenRegistered_HasEveryHandlerValidatorAndReaction()
    {
        _services.ShouldContain(service => service.ServiceType == typeof(IRequestHandler<CreateCustomerCommand, CommandResult<CustomerId>>));
        _services.ShouldContain(service => service.ServiceType == typeof(IValidator<CreateCustomerCommand>));
        var catalogue = (ReactionCatalogue)_services.Single(service => service.ServiceType == typeof(ReactionCatalogue)).ImplementationInstance!;
        foreach (var reaction in catalogue.All)
        {
            _services.ShouldContain(service => service.ServiceType == reaction.ReactionType);
        }
    }

    [Fact]
    public void Application_WhenRegistered_HasEveryEdgeInItsPlace()
    {
        var edges = _services
            .Where(service => service.ServiceType == typeof(ICascadeEdge))
            .Select(service => (ICascadeEdge)Activator.CreateInstance(service.ImplementationType!)!);

        new CascadeEdges(edges, CascadeOrder.Edges).InOrder.Select(edge => edge.Name).ShouldBe(CascadeOrder.Edges);
    }
}
