using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers;

/// <summary>A customer that a tenant bills.</summary>
/// <remarks>A deletion lists the customer's dependents and removes the customer; there is no deleted state.</remarks>
public sealed class Customer : AggregateRoot
{
    private Customer()
    {
    }

    private Customer(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>The customer's id.</summary>
    public CustomerId Id { get; private set; }

    /// <summary>The tenant's identifier, 1 to 255 characters, unique among the published customers of an environment.</summary>
    [PersonalData(PersonalDataCategory.Identifier)]
    public string ExternalId { get; private set; } = "";

    /// <summary>The blind index of <see cref="ExternalId"/>.</summary>
    public LookupHash ExternalIdHash { get; private set; }

    /// <summary>The customer's name, at most 255 characters; empty when unset.</summary>
    [PersonalData(PersonalDataCategory.Contact)]
    public string Name { get; private set; } = "";

    /// <summary>The customer's e-mail address; empty when unset.</summary>
    [PersonalData(PersonalDataCategory.Contact)]
    public string Email { get; private set; } = "";

    /// <summary>A telephone number or the like, at most 20 characters; null when unset.</summary>
    [PersonalData(PersonalDataCategory.Contact)]
    public string? Contact { get; private set; }

    /// <summary>The postal address.</summary>
    public Address Address { get; private set; } = Address.Empty;

    /// <summary>An IANA time zone. Default: <c>UTC</c>.</summary>
    [PersonalData(PersonalDataCategory.Address)]
    public string Timezone { get; private set; } = "UTC";

    /// <summary>The tenant's own pairs; null when never given.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public IReadOnlyDictionary<string, string>? Metadata { get; private set; }

    /// <summary>Whether the customer is in business.</summary>
    public CustomerStatus Status { get; private set; }

    /// <summary>The customer above this one in its family; null at the top.</summary>
    public CustomerId? ParentCustomerId { get; private set; }

    /// <summary>Registers a customer.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="id">Its id.</param>
    /// <param name="externalId">The tenant's identifier.</param>
    /// <param name="profile">What the tenant tells.</param>
    /// <param name="parent">The customer above, or null. Refused with <see cref="CustomerErrors.ParentArchived"/> when archived.</param>
    /// <param name="change">Time and actor.</param>
    public static Result<Customer> Register(
        EnvironmentScope scope,
        CustomerId id,
        ExternalId externalId,
        CustomerProfile profile,
        Customer? parent,
        Change change)
    {
        if (parent is { Status: CustomerStatus.Archived })
        {
            return CustomerErrors.ParentArchived(parent.Id);
        }

        var customer = new Customer(scope, change) { Id = id, ParentCustomerId = parent?.Id };
        customer.SetExternalId(externalId);
        customer.SetProfile(profile);
        customer.Raise(new CustomerCreated(id, change.At));
        return customer;
    }

    /// <summary>The profile as it is.</summary>
    public CustomerProfile Profile => new(Name, Email, Contact, Address, Timezone, Metadata);

    /// <summary>Replaces identifier and profile.</summary>
    /// <param name="externalId">The tenant's identifier.</param>
    /// <param name="profile">What the tenant tells.</param>
    /// <param name="change">Time and actor.</param>
    public void Update(ExternalId externalId, CustomerProfile profile, Change change)
    {
        SetExternalId(externalId);
        SetProfile(profile);
        MarkUpdated(change);
    }

    /// <summary>Puts the customer under another one, or at the top.</summary>
    /// <param name="parent">The customer above, null for none. Refused when it is this customer or archived.</param>
    /// <param name="ancestors">The customers above <paramref name="parent"/>; this customer among them would close a circle and is refused.</param>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? SetParent(Customer? parent, IReadOnlyCollection<CustomerId> ancestors, Change change)
    {
        if (parent?.Id == ParentCustomerId)
        {
            return null;
        }

        if (parent is not null)
        {
            if (parent.Id == Id || ancestors.Contains(Id))
            {
                return CustomerErrors.CircularParent(parent.Id);
            }

            if (parent.Status == CustomerStatus.Archived)
            {
                return CustomerErrors.ParentArchived(parent.Id);
            }
        }

        ParentCustomerId = parent?.Id;
        MarkUpdated(change);
        return null;
    }

    /// <summary>Takes the customer out of business. Does nothing to an archived one.</summary>
    /// <param name="change">Time and actor.</param>
    public void Archive(Change change)
    {
        if (Status == CustomerStatus.Archived)
        {
            return;
        }

        Status = CustomerStatus.Archived;
        Touch(change);
        Raise(new CustomerArchived(Id, change.At));
    }

    /// <summary>Takes the archived customer back into business. Does nothing to a published one.</summary>
    /// <param name="change">Time and actor.</param>
    public void Publish(Change change)
    {
        if (Status == CustomerStatus.Published)
        {
            return;
        }

        Status = CustomerStatus.Published;
        Touch(change);
        Raise(new CustomerPublished(Id, change.At));
    }

    private void MarkUpdated(Change change)
    {
        Touch(change);
        Raise(new CustomerUpdated(Id, change.At));
    }

    private void SetExternalId(ExternalId externalId)
    {
        ExternalId = externalId.Value;
        ExternalIdHash = externalId.Hash;
    }

    private void SetProfile(CustomerProfile profile)
    {
        Name = profile.Name;
        Email = profile.Email;
        Contact = profile.Contact;
        Address = profile.Address;
        Timezone = profile.Timezone;
        Metadata = profile.Metadata;
    }
}
