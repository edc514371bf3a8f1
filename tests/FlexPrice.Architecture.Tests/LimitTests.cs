using FlexPrice.Application;
using FlexPrice.Architecture.Tests.Samples.Messages;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Architecture.Tests;

/// <summary>Every list, map and text of every command and query has a maximum. Limits of endpoints alone are tested with the running program, in the tests of the API.</summary>
public sealed class LimitTests
{
    // The server limits the request line to 32 KiB. A text that is no id of ours is not found, without a query; other texts are looked up by their hash.
    private static readonly string[] RouteTexts =
    [
        "ConfirmRecipientCommand.DeletionId",
        "ConfirmRecipientCommand.RecipientId",
        "GetCustomerByExternalIdQuery.ExternalId",
        "GetDeletionPlanQuery.CustomerId",
        "UpdateCustomerCommand.Customer.Id",
        "WaiveRecipientCommand.DeletionId",
        "WaiveRecipientCommand.RecipientId",
    ];

    // The column of this name is that of a wallet's transaction; the reason of a waiver is in waive_reason.
    private static readonly string[] StoredElsewhere = ["WaiveRecipientCommand.Reason"];

    private static readonly IServiceProvider Services = new ServiceCollection().AddSingleton(TimeProvider.System).AddApplication().BuildServiceProvider();

    [Fact]
    public void Request_WhenItIsOneOfTheProducts_HasALimitForEveryListMapAndText()
    {
        var found = LimitRules.HaveLimits(MessageRules.Messages(Product.Types), ValidatorsOf, IsOfRoute);

        found.Selected.ShouldBeGreaterThan(150);
        found.ShouldHold();
    }

    [Fact]
    public void RouteText_WhenItIsAnException_IsStillThere() =>
        RouteTexts.Concat(StoredElsewhere).ShouldBeSubsetOf(MessageRules.Messages(Product.Types).SelectMany(RequestGraph.PropertiesOf).Select(property => property.Name), "One that is gone leaves RouteTexts or StoredElsewhere in LimitTests.");

    [Fact]
    public void Request_WhenSomethingInItHasNoLimit_IsCaught() =>
        LimitRules.HaveLimits([typeof(BoundlessQuery)], _ => [new BoundlessValidator()], IsOfRoute).ShouldCatch(
            "BoundlessQuery.LongName has no limit",
            "BoundlessQuery.LongIds has no limit for List",
            "BoundlessQuery.LongIds has no limit for List",
            "BoundlessQuery.IdsOfLongTexts has no limit for List",
            "BoundlessQuery.LongMetadata has no limit for Dictionary",
            "BoundlessQuery.LongMetadata has no limit for Dictionary",
            "BoundlessQuery.LongMetadata has no limit for Dictionary",
            "BoundlessQuery.Parts.LongName has no limit");

    [Fact]
    public void Text_WhenItIsStored_IsNotLongerThanItsColumn()
    {
        var found = LimitRules.FitTheirColumns(MessageRules.Commands(Product.Types), ValidatorsOf, Product.Model, place => IsOfRoute(place) || StoredElsewhere.Contains(place.Name, StringComparer.Ordinal));

        found.Selected.ShouldBeGreaterThan(20);
        found.ShouldHold();
    }

    [Fact]
    public void Text_WhenItIsLongerThanItsColumn_IsCaught() =>
        LimitRules.FitTheirColumns([typeof(Application.Customers.CreateCustomer.CreateCustomerCommand)], _ => [], Product.Model, _ => false).Violations.ShouldContain(fault => fault.Contains("Fields.Contact", StringComparison.Ordinal));

    // The path determines the owner of a request's Id.
    private static bool IsOfRoute(RequestProperty place) => place.Path is [{ Name: "Id" }] || RouteTexts.Contains(place.Name, StringComparer.Ordinal);

    private static IEnumerable<IValidator> ValidatorsOf(Type request) =>
        Services.GetServices(typeof(IValidator<>).MakeGenericType(request)).Cast<IValidator>();
}
