using FlexPrice.Domain.Access;

namespace FlexPrice.Architecture.Tests.Samples.Model;

/// <summary>Wrong: hangs on a customer by way of a ticket, without an edge.</summary>
internal sealed class TicketComment
{
    public long Id { get; set; }

    public TenantId TenantId { get; set; }

    public EnvironmentId EnvironmentId { get; set; }

    public long TicketId { get; set; }
}
