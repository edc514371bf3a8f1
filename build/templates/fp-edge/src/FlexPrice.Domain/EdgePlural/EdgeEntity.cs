using FlexPrice.Domain.Access;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.EdgePlural;

/// <summary>TODO: what the edge plurals are to a customer.</summary>
public sealed class EdgeEntity : IEnvironmentScoped
{
    private EdgeEntity()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>Its id.</summary>
    public EdgeEntityId Id { get; private set; }

    /// <summary>On whom it hangs.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>What it is about, at most 255 characters.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it was closed, UTC; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Opens one of the edge plurals.</summary>
    /// <param name="customer">For whom. Refused when archived.</param>
    /// <param name="id">Its id.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="at">When.</param>
    public static Result<EdgeEntity> Open(Customer customer, EdgeEntityId id, string subject, DateTimeOffset at) => customer.Status == CustomerStatus.Archived
        ? CustomerErrors.Archived(customer.Id, "The customer must be active to open edge plurals")
        : new EdgeEntity
        {
            TenantId = customer.TenantId,
            EnvironmentId = customer.EnvironmentId,
            Id = id,
            CustomerId = customer.Id,
            Subject = subject,
            OpenedAt = at,
        };

    /// <summary>Closes it, once.</summary>
    /// <param name="at">When.</param>
    public void Close(DateTimeOffset at) => ClosedAt ??= at;
}
