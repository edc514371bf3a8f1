using FlexPrice.Domain.Access;

namespace FlexPrice.Architecture.Tests.Samples.Model;

/// <summary>Wrong: depends on a customer through a ticket, without an edge.</summary>
internal sealed class TicketComment
{
    public long Id { get; set; }

    public TenantId TenantId { get; set; }

    public EnvironmentId EnvironmentId { get; set; }

    public long TicketId { get; set; }
}
