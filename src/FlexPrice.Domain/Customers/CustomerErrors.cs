using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers;

/// <summary>Why something cannot be done to a customer.</summary>
public static class CustomerErrors
{
    /// <summary>No such customer in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, $"Customer with ID {Error.Echo(id)} was not found").With("customer_id", Error.Echo(id));
        return TypedId.TryParse<CustomerId>(id, out _)
            ? error
            : error.With("hint", $"Ids of customers are {CustomerId.Prefix}_ and 26 characters. To look up by your own id use {Operation.GetCustomerByExternalId}.");
    }

    /// <summary>The customer was deleted.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="deletion">The record of its deletion.</param>
    public static Error Deleted(CustomerId id, DeletionId deletion) => NotFound(id.Value).With("deletion_id", deletion.Value);

    /// <summary>No published customer with this external id.</summary>
    /// <param name="externalId">What the request named.</param>
    public static Error LookupKeyNotFound(string externalId) =>
        new Error(ErrorKind.NotFound, $"Customer with lookup key {Error.Echo(externalId)} was not found").With("lookup_key", Error.Echo(externalId));

    /// <summary>A published customer has this external id.</summary>
    /// <param name="externalId">What the request sent.</param>
    public static Error ExternalIdTaken(string externalId) =>
        new Error(ErrorKind.AlreadyExists, "A customer with this identifier already exists")
            .With("external_id", Error.Echo(externalId))
            .With("fix", "Send another external_id, or delete or archive the customer who has it.");

    /// <summary>The customer named as parent does not exist in this environment.</summary>
    /// <param name="field">The wire field that named it.</param>
    /// <param name="value">What the request sent.</param>
    public static Error ParentNotFound(string field, string value) =>
        new Error(ErrorKind.NotFound, $"Parent customer {Error.Echo(value)} was not found")
            .With(field, "Name an existing customer of this environment, or leave the field out.");

    /// <summary>The customer named as parent is archived.</summary>
    /// <param name="parent">The parent.</param>
    public static Error ParentArchived(CustomerId parent) =>
        new Error(ErrorKind.InvalidOperation, "The parent customer is archived and takes no new children")
            .With("parent_customer_id", $"Publish {parent} first: {Operation.PublishCustomer.Of(parent)}.");

    /// <summary>The change would make a customer its own ancestor.</summary>
    /// <param name="parent">The parent.</param>
    public static Error CircularParent(CustomerId parent) =>
        new Error(ErrorKind.Validation, "A customer cannot be its own ancestor")
            .With("parent_customer_id", $"{parent} is this customer or stands below it. Name a customer that does not.");

    /// <summary>The customer is archived.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="message">What is refused.</param>
    public static Error Archived(CustomerId id, string message) =>
        new Error(ErrorKind.InvalidOperation, message)
            .With("customer_id", $"{id} is archived. Publish it first: {Operation.PublishCustomer.Of(id)}.");

    /// <summary>The customer named as the new parent of the children does not exist in this environment.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">What the request sent.</param>
    public static Error NewParentNotFound(string parameter, string value) =>
        new Error(ErrorKind.NotFound, $"Parent customer {Error.Echo(value)} was not found")
            .With(parameter, $"Name a published customer of this environment by our id: {CustomerId.Prefix}_ and 26 characters.");

    /// <summary>The whole family is too large to be deleted at once.</summary>
    /// <param name="limit">The largest family, in customers.</param>
    public static Error FamilyTooLarge(int limit) =>
        new Error(ErrorKind.Validation, $"At most {limit} customers can be deleted at once")
            .With("child_customers", "Delete parts of the family first, or choose detach or reparent.");
}
